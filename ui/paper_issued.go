package ui

import (
	"context"
	"strings"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

type issuedPaper struct {
	paper   app.Paper
	problem string
	sum     string
	pages   int
}

// showIssued shows the register's line of an issued document and the file that was issued.
func (e *paperEditor) showIssued() {
	d := e.doc.Document
	e.state()
	e.card.SetContent(kit.NewEmpty("Đang mở văn bản…", nil))
	load(e.shell, &e.latestProof, func(ctx context.Context) (issuedPaper, error) {
		paper, err := e.office.IssuedPaper(ctx, d.ID)
		if err != nil { // entered from outside, or damaged: the line is shown all the same
			return issuedPaper{problem: app.Message(err)}, nil
		}
		file, err := e.office.IssuedFile(ctx, d.ID)
		return issuedPaper{paper: paper, sum: file.SHA256, pages: file.Pages}, err
	}, func(i issuedPaper) {
		if i.problem != "" {
			e.view.say(i.problem)
		} else {
			e.view.show(i.paper)
		}
		kind := d.TypeName
		if kind == "" {
			kind = "Công văn"
		}
		pairs := []kit.Pair{
			{Caption: "Số, ký hiệu", Value: d.Reference()},
			{Caption: "Ngày văn bản", Value: d.IssuedOn.String()},
			{Caption: "Loại", Value: kind},
			{Caption: "Trích yếu", Value: strings.Join(strings.Fields(d.Summary), " ")},
			{Caption: "Người ký", Value: d.Signer},
			{Caption: "Nơi nhận", Value: strings.ReplaceAll(d.Recipients, "\n", "; ")},
			{Caption: "Bản lưu", Value: d.Keeper},
			{Caption: "Số bản", Value: numberOrBlank(d.Copies)},
			{Caption: "Ngày chuyển", Value: d.SentOn.String()},
			{Caption: "Ký nhận", Value: d.Receipt},
			{Caption: "Ghi chú", Value: d.Note},
			{Caption: "Số trang", Value: numberOrBlank(i.pages)},
		}
		if i.sum != "" {
			pairs = append(pairs, kit.Pair{Caption: "SHA-256", Value: i.sum[:16] + "… (bản in được giữ nguyên từng byte)"})
		}
		tag := kit.NewTag("đã ban hành", kit.ToneGood)
		if d.State == data.DocumentCancelled {
			tag = kit.NewTag("đã hủy", kit.ToneLate)
		}
		note := kit.Paragraph("Văn bản đã vào sổ thì nội dung, số và ngày không sửa được; in lại luôn đúng bản đã ban hành. Cần sửa thì chép thành văn bản mới.").Quiet()
		e.card.SetContent(scrolled(below(10, -1, line(-1, tag), kit.Title(d.Title).Wrapping(), kit.Record(pairs), note)))
	})
}

func numberOrBlank(n int) string {
	if n == 0 {
		return ""
	}
	return kit.Number(n)
}
