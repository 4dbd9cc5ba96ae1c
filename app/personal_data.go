package app

import (
	"context"
	"fmt"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Erasure is what erasing the personal data of a cadre would do, to be read before it is done.
type Erasure struct {
	Cadre data.Cadre
	// Duty is the sentence that says why the data must be kept; "" when they may be erased.
	Duty string
	// Removed and Kept say in words what would go and what would stay.
	Removed, Kept []string
}

// DutyToKeep gives the reason why the data of a cadre must not be erased on a day, "" for none: the office needs them while she holds a
// post, as long as a paper about an inspection rests on them, and while a discipline is in force.
func DutyToKeep(c data.Cadre, posts []data.Post, inspections int, disciplines []data.Discipline, on day.Date) string {
	if !c.AnonymisedOn.IsZero() {
		return fmt.Sprintf("Dữ liệu của hồ sơ này đã được xóa ngày %s.", c.AnonymisedOn)
	}
	for _, p := range posts {
		if p.EndedOn.IsZero() || !p.EndedOn.Last().Before(on) {
			return fmt.Sprintf("“%s” đang giữ chức danh %s nên cơ quan phải lưu hồ sơ; hãy ghi ngày thôi chức danh trước.", c.FullName, PostTitle(p))
		}
	}
	if inspections > 0 {
		return fmt.Sprintf("“%s” có tên trong đoàn của %d cuộc kiểm tra; hồ sơ kiểm tra phải lưu nên không xóa được.", c.FullName, inspections)
	}
	for _, d := range disciplines {
		if !d.FromDay.After(on) && (d.ToDay.IsZero() || !d.ToDay.Last().Before(on)) {
			return fmt.Sprintf("“%s” đang trong thời hạn kỷ luật “%s” từ %s nên cơ quan phải lưu hồ sơ.", c.FullName, d.Measure, d.FromDay)
		}
	}
	return ""
}

// PreviewErasure tells what erasing the personal data of a cadre would do today.
func (o *Office) PreviewErasure(ctx context.Context, cadre int64) (Erasure, error) {
	return o.erasure(ctx, o.db.Reader, cadre)
}

func (o *Office) erasure(ctx context.Context, r data.Reader, cadre int64) (Erasure, error) {
	var e Erasure
	var err error
	if e.Cadre, err = r.Cadre(ctx, cadre); err != nil {
		return e, err
	}
	ids := []int64{cadre}
	posts, err := r.Posts(ctx, data.PostQuery{Cadres: ids})
	if err != nil {
		return e, err
	}
	inspections, err := r.TeamsOfCadre(ctx, cadre)
	if err != nil {
		return e, err
	}
	disciplines, err := r.Disciplines(ctx, ids)
	if err != nil {
		return e, err
	}
	e.Duty = DutyToKeep(e.Cadre, posts, inspections, disciplines, o.Today())
	e.Removed = []string{
		"họ và tên, tên gọi khác, ngày sinh, nơi sinh, quê quán, nơi ở, số định danh, điện thoại và mọi mục còn lại của hồ sơ",
		"dân tộc, tôn giáo, thẻ Đảng, chi bộ, hoàn cảnh, ghi chú; ảnh",
		"số quyết định, kết quả, nhận xét và ghi chú ở chức danh, xếp loại, đào tạo, khen thưởng, phụ trách cơ sở",
		"giá trị trước và sau trong nhật ký các lần sửa hồ sơ này",
	}
	e.Kept = []string{
		fmt.Sprintf("giới tính, %d lần giữ chức danh với đơn vị và thời gian, ngày vào Đảng: để số liệu đã báo cáo không đổi", len(posts)),
		"văn bản đã ban hành và các bản sao lưu làm trước hôm nay còn giữ tên; cơ quan tự xử lý nếu cần",
	}
	return e, nil
}

// ErasedName is what stands in the place of a name after a request.
func ErasedName(request int64) string {
	return fmt.Sprintf("(đã xóa theo yêu cầu số %d)", request)
}

// ErasePersonalData carries out a request for erasing: nobody can tell any more who the cadre was, the figures stay. It answers the request
// and cannot be undone. It is refused while there is a duty to keep the data.
func (o *Office) ErasePersonalData(ctx context.Context, request int64) error {
	_, err := o.db.Write(ctx, fmt.Sprintf("Xóa dữ liệu cá nhân theo yêu cầu số %d", request), func(tx *data.Tx) error {
		p, err := tx.PersonalRequest(ctx, request)
		if err != nil {
			return err
		}
		switch {
		case p.Request != data.RequestErase:
			return Problem("Yêu cầu số %d không phải là yêu cầu xóa dữ liệu; hãy chọn yêu cầu khác.", request)
		case !p.AnsweredOn.IsZero():
			return Problem("Yêu cầu số %d đã được trả lời ngày %s.", request, p.AnsweredOn)
		case p.CadreID == 0:
			return Problem("Yêu cầu số %d chưa ghi hồ sơ cán bộ nào; hãy sửa yêu cầu và chọn hồ sơ.", request)
		}
		e, err := o.erasure(ctx, tx.Reader, p.CadreID)
		if err != nil {
			return err
		}
		if e.Duty != "" {
			return Problem("%s", e.Duty)
		}
		if err := tx.Anonymise(ctx, p.CadreID, ErasedName(request), o.Today()); err != nil {
			return err
		}
		if p, err = tx.PersonalRequest(ctx, request); err != nil {
			return err
		}
		p.AnsweredOn, p.Outcome = o.Today(), "Đã xóa dữ liệu cá nhân."
		return tx.Update(&p)
	})
	return err
}
