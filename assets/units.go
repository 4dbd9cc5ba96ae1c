// Package assets holds what the program carries with it: administrative units, posts, translations, pictures.
package assets

import _ "embed"

// NamDinh2023 is a CSV with the columns code,name,type,parent_code,level: the province of Nam Định as of
// 04/07/2023 with its 10 districts and 226 communes (codes of the General Statistics Office).
//
//go:embed data/nam-dinh-2023.csv
var NamDinh2023 []byte

// Affiliates is a CSV with the columns ma,ten,loai,ghi_chu,nguon: the four units beside the districts that
// plan 77/KH-BCH names in section IV.3.
//
//go:embed data/don-vi-truc-thuoc.csv
var Affiliates []byte

// Positions is a CSV with the columns code,name,level,rank,single,bodies: the posts that a new database starts with.
//
//go:embed data/chuc-danh.csv
var Positions []byte

// Targets is a CSV with the columns ma,noi_dung,cap_do,chi_so,don_vi,muc_tieu,ky,tu_so,mau_so,ghi_chu: the targets of plan
// 77/KH-BCH, section II.
//
//go:embed data/kh77-chi-tieu.csv
var Targets []byte

// Reorganisation2024 and Reorganisation2025 are batches in the form that app.ReadBatch takes: the communes and districts of Nam Định from
// 01/09/2024 (Nghị quyết 1104/NQ-UBTVQH15) and from 01/07/2025 (Nghị quyết 1674/NQ-UBTVQH15, with the clause for each commune).
//
//go:embed data/sap-xep-2024.csv
var Reorganisation2024 []byte

//go:embed data/sap-xep-2025.csv
var Reorganisation2025 []byte

// FigureForm is a CSV with the columns ma,nhom,cot,ngan,cap,cach,nguon,cong_thuc,trong_ky,chi_nam,nguong,bien_dong,kiem_tra: the columns
// of the biểu số liệu kỳ that a new database starts with, after the forms on strength of the Union (biểu thực lực Hội) in use.
//
//go:embed data/bieu-so-lieu.csv
var FigureForm []byte
