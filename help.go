package main

const help = `Cơ sở Hội – quản lý tổ chức, cán bộ và kiểm tra của Hội Liên hiệp Phụ nữ tỉnh

Cách dùng: cosohoi [--db TỆP] [LỆNH]

Không có LỆNH thì chương trình mở cửa sổ. Không có --db thì dùng cơ sở dữ liệu trong thư mục dữ liệu
của người dùng. Các lệnh sau chạy không cần màn hình:

  demo [--scale N] [--seed S]
        Tạo tỉnh minh họa (tên bịa) trong một cơ sở dữ liệu còn trống; N từ 1 đến 100.
  units [--as-of NGÀY] [--csv] [--all]
        Đếm đơn vị; --csv in danh sách code,name,level,parent_code; --all gồm cả chi hội và tổ.
  schedule [--csv] [--as-of NGÀY]
        Các đợt kiểm tra của nhiệm kỳ; --csv in từng cuộc.
  report kiem-tra --year NĂM [--period 6m|year] --out TỆP.pdf [--number SỐ] [--date NGÀY] [--as-of NGÀY]
        Báo cáo kết quả kiểm tra, giám sát. --date là ngày ghi trên văn bản, --as-of là ngày chốt số liệu.
  report trich-ngang --unit MÃ --out TỆP.pdf [--sensitive] [--date NGÀY] [--as-of NGÀY]
        Danh sách trích ngang cán bộ; --sensitive in cả dân tộc, tôn giáo, ngày vào Đảng (có ghi nhật ký).
  export units|cadres|appointments|schedule TỆP.csv [--sensitive] [--as-of NGÀY]
        Xuất dữ liệu ra tệp CSV mở được bằng Excel.
  backup TỆP
        Ghi một bản sao đã kiểm tra của cơ sở dữ liệu.
  restore TỆP
        Thay cơ sở dữ liệu bằng bản sao lưu; bản cũ được giữ lại.
  check
        Kiểm tra tệp và sự khớp nhau của dữ liệu; có vấn đề thì kết thúc với mã 1.
  preview
        Chuẩn bị sẵn phần xem trang văn bản; cửa sổ tự làm việc này một lần ở lần chạy đầu.
  help
        Trang này.

NGÀY gõ như 04/07/2023 hoặc 2023-07-04. Mã kết thúc: 0 xong, 1 lỗi, 2 sai cách dùng.
`
