package main

const help = `Cơ sở Hội – quản lý tổ chức, cán bộ và kiểm tra của Hội Liên hiệp Phụ nữ tỉnh

Cách dùng: cosohoi [--db TỆP] [LỆNH]

Không có LỆNH thì chương trình mở cửa sổ. Không có --db thì dùng cơ sở dữ liệu trong thư mục dữ liệu
của người dùng. Các lệnh sau chạy không cần màn hình:

  demo [--scale N] [--seed S]
        Tạo tỉnh minh họa (tên bịa) trong một cơ sở dữ liệu còn trống; N từ 1 đến 100.
  units [--as-of NGÀY] [--csv] [--all]
        Đếm đơn vị; --csv in danh sách code,name,level,parent_code; --all gồm cả chi hội và tổ.
  orgchart --out TỆP.pdf [--unit MÃ] [--as-of NGÀY]
        Sơ đồ tổ chức của một đơn vị, không có --unit là của tỉnh.
  reorganise 2024|2025|TỆP.csv [--preview | --undo]
        Áp dụng một đợt sắp xếp đơn vị hành chính (2024, 2025 có sẵn); --preview chỉ xem, --undo hoàn tác.
        Không khớp với tổ chức đang có thì liệt kê từng dòng và không thay đổi gì. Trong TỆP.csv, nhiều dòng cùng
        mã mới là nhập lại; nhiều dòng cùng mã cũ là chia tách, cột don_vi_duoi ghi các đơn vị theo về, cách nhau bằng |.
  schedule [--term "2022 - 2027"] [--csv | --ics TỆP.ics] [--as-of NGÀY]
        Các đợt kiểm tra của nhiệm kỳ (tên hoặc mã); --csv in từng cuộc, --ics ghi lịch cho điện thoại, Outlook.
  due [--on NGÀY] [--json]
        Việc kiểm tra quá hạn hoặc đến hạn trong 30 ngày: cuộc kiểm tra, kiến nghị khắc phục, thông báo kết luận,
        báo cáo của đơn vị. Luôn kết thúc với mã 0 khi đọc được dữ liệu, để đặt lịch chạy hằng ngày (Task Scheduler).
  targets [--on NGÀY] [--from NGÀY] [--unit MÃ] [--units MÃ_CHỈ_TIÊU] [--json | --csv]
        Các chỉ tiêu tính từ dữ liệu đã ghi: tử số, mẫu số, tỷ lệ, mức phấn đấu, tình trạng và cách tính.
        --unit là một đơn vị, không có là toàn tỉnh; --units CT1.1 liệt kê các đơn vị đứng sau một chỉ tiêu.
  figures --period 2025-6m|2025-year [--unit MÃ] [--csv]
        Biểu số liệu kỳ: số biểu đã nộp theo huyện; --csv in mọi cột của từng đơn vị, ô chưa báo cáo để trống.
  report --list
        Liệt kê các loại văn bản và tham số mà mỗi loại cần; tên loại gõ tắt được khi chỉ có một loại bắt đầu
        như thế, ví dụ bien-ban.
  report LOẠI --out TỆP.pdf|TỆP.docx|TỆP.md [--date NGÀY] [--as-of NGÀY] [--number SỐ] [--organ BTV|BCH]
         [--year NĂM] [--period 6m|year|round|term] [--term "2022 - 2027"] [--round MÃ] [--visit MÃ]
         [--unit MÃ] [--layout hoi|chi-hoi|quy-hoach] [--sensitive] [--subject "TRÍCH YẾU"]
        Soạn một văn bản từ dữ liệu: PDF để in, Word để sửa, hoặc dạng chữ để soạn tiếp. --date là ngày ghi trên
        văn bản, --as-of là ngày chốt số liệu; --sensitive in cả dân tộc, tôn giáo, ngày vào Đảng (có ghi nhật ký).
  report lich-kiem-tra --year NĂM --out TỆP.pdf [--unit MÃ] [--as-of NGÀY]
        Lịch kiểm tra cả năm trên một trang A4 ngang.
  compose TỆP.md --out TỆP.pdf|TỆP.docx
        Dàn trang một văn bản dạng chữ theo Nghị định 30/2020/NĐ-CP; không cần cơ sở dữ liệu.
  register --year NĂM --out TỆP.pdf|TỆP.docx|TỆP.xlsx [--series LOẠI]
        Sổ đăng ký văn bản đi của năm: in theo Phụ lục IV của Nghị định hoặc xuất ra Excel.
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
  guide --out TỆP.pdf
        Hướng dẫn nhanh, bốn trang để in.
  sample
        Tạo tỉnh minh họa trong một tệp riêng cạnh cơ sở dữ liệu; xóa được trong Cài đặt.
  help
        Trang này.

NGÀY gõ như 04/07/2023 hoặc 2023-07-04. Mã kết thúc: 0 xong, 1 lỗi, 2 sai cách dùng.
`
