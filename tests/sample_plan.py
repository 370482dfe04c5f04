"""A plan of our own for the cast's province, short but with every kind of item."""

TEXT = """ỦY BAN NHÂN DÂN
TỈNH HƯƠNG GIANG
Số: 12/KH-UBND

Hương Giang, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Phòng, chống mại dâm năm 2026 trên địa bàn tỉnh Hương Giang

Thực hiện Nghị định số 178/2004/NĐ-CP ngày 15/10/2004 của Chính phủ, Ủy ban nhân dân tỉnh xây dựng Kế hoạch như sau:

I. MỤC TIÊU

- Nâng cao nhận thức của người dân; hỗ trợ người có nhu cầu hòa nhập cộng đồng.

II. NỘI DUNG

1. Truyền thông

a) Chỉ tiêu

- Ít nhất 70% xã, phường, đặc khu duy trì thường xuyên một hình thức tuyên truyền về phòng, chống mại dâm.

- Ít nhất 60% người có nhu cầu và đủ điều kiện được tiếp cận dịch vụ hỗ trợ hòa nhập cộng đồng.

b) Nhiệm vụ

- Xây dựng tài liệu truyền thông dùng trên loa truyền thanh cơ sở.

III. TỔ CHỨC THỰC HIỆN

1. Sở Y tế

- Chủ trì, phối hợp với Công an tỉnh hướng dẫn, kiểm tra việc thực hiện Kế hoạch.

2. Công an tỉnh

- Điều tra, xử lý các vụ việc liên quan đến mại dâm; tiếp nhận tin báo của người dân.

3. Ủy ban nhân dân các xã, phường, đặc khu

- Xây dựng kế hoạch của địa phương và tổ chức thực hiện.

4. Đề nghị Tòa án nhân dân tỉnh

- Cung cấp số liệu xét xử các vụ án liên quan đến mại dâm.

IV. CHẾ ĐỘ BÁO CÁO

Các cơ quan báo cáo hằng quý (trước ngày 10 của tháng cuối quý) và hằng năm (trước ngày 15/11) gửi Sở Y tế tổng hợp.

V. KINH PHÍ

Kinh phí thực hiện là 850.000.000 đồng từ ngân sách địa phương.
"""
