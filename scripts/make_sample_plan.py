"""Write the sample plan of the demonstration: our own text, in the form that offices use.

It follows the facts that real plans of the field have in common (kinds of targets, agencies,
reporting days) and copies the sentences of none. Run it after changing the text:
``.venv/bin/python scripts/make_sample_plan.py``.
"""

import datetime as dt
from pathlib import Path

from liennganh.pure.officialdocs import (
    Block,
    Heading,
    Level,
    OfficialDocument,
    Signature,
    bullet,
    paragraph,
    write_docx,
)

OUT = Path(__file__).resolve().parent.parent / "samples" / "ke-hoach-khanh-hoa-2026-2030.docx"

GOALS = (
    (
        "Phòng ngừa từ sớm, từ cơ sở; người dân, người lao động và học sinh có đủ thông tin để tự bảo vệ mình và "
        "giúp người khác."
    ),
    (
        "Người bán dâm và người có nguy cơ được tôn trọng, được tiếp cận dịch vụ y tế, pháp lý, học nghề và vay "
        "vốn như mọi công dân."
    ),
)

# (title, targets, tasks): the five groups of work of Part II.
GROUPS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "Truyền thông, giáo dục pháp luật tại cơ sở",
        (
            (
                "Ít nhất 80% số xã, phường, đặc khu duy trì thường xuyên một hình thức tuyên truyền về phòng, "
                "chống mại dâm."
            ),
            (
                "Ít nhất 70% người lao động tại các cơ sở kinh doanh dịch vụ dễ bị lợi dụng để hoạt động mại dâm "
                "được phổ biến pháp luật."
            ),
            "Ít nhất 60% học sinh, sinh viên trên địa bàn được cung cấp kiến thức về phòng, chống mại dâm.",
        ),
        (
            (
                "Xây dựng bộ tài liệu truyền thông ngắn gọn, dùng được trên loa truyền thanh, mạng xã hội và tại "
                "nơi làm việc, hoàn thành trong năm 2026."
            ),
            "Tổ chức nói chuyện chuyên đề tại khu nhà trọ, khu công nghiệp và bến cảng theo nhóm người nghe.",
            "Đưa nội dung phòng ngừa vào giờ sinh hoạt của trường học và sinh hoạt hè tại khu dân cư.",
        ),
    ),
    (
        "Lồng ghép với các chương trình an sinh xã hội",
        (
            (
                "100% xã, phường, đặc khu ban hành kế hoạch hằng năm và lồng ghép nhiệm vụ phòng, chống mại dâm "
                "với chương trình giảm nghèo, phòng, chống ma túy, HIV/AIDS và mua bán người."
            ),
        ),
        (
            (
                "Khảo sát nhu cầu học nghề, việc làm của thanh niên chưa có việc làm và người lao động tại các cơ "
                "sở dịch vụ."
            ),
            "Kết nối người có nhu cầu với lớp dạy nghề, phiên giao dịch việc làm và nguồn vốn vay chính sách.",
        ),
    ),
    (
        "Kiểm tra liên ngành, tiếp nhận và xử lý thông tin",
        (
            (
                "100% tố giác, tin báo, khiếu nại về hành vi liên quan đến mại dâm được tiếp nhận, phân loại và "
                "chuyển xử lý đúng thời hạn."
            ),
            "Kiểm tra ít nhất 30% số cơ sở kinh doanh dịch vụ dễ bị lợi dụng trên địa bàn mỗi năm.",
            "Số vụ phạm tội về mại dâm được phát hiện, xử lý tăng 3-5% mỗi năm.",
        ),
        (
            (
                "Kiện toàn đội kiểm tra liên ngành 178 cấp tỉnh và cấp xã, cấp thẻ kiểm tra cho thành viên trước "
                "ngày 31/3/2026."
            ),
            (
                "Vận động chủ cơ sở và người lao động ký cam kết không để xảy ra mại dâm; cam kết được ký lại khi "
                "đổi chủ."
            ),
            "Công bố số điện thoại và địa chỉ tiếp nhận tin báo; giữ kín thông tin của người báo tin.",
        ),
    ),
    (
        "Giảm hại, chăm sóc sức khỏe và hỗ trợ hòa nhập cộng đồng",
        (
            (
                "Ít nhất 60% người bán dâm có nhu cầu và đủ điều kiện được tiếp cận dịch vụ hỗ trợ xã hội, y tế, "
                "pháp lý, học nghề hoặc vay vốn."
            ),
            "Xây dựng ít nhất 02 mô hình hỗ trợ giảm hại, hòa nhập cộng đồng vào năm 2027.",
        ),
        (
            "Duy trì nhóm đồng đẳng, câu lạc bộ và điểm tư vấn thân thiện, bảo đảm tự nguyện và giữ bí mật.",
            "Hướng dẫn trạm y tế tiếp nhận, sàng lọc nhu cầu và giới thiệu chuyển tiếp dịch vụ.",
        ),
    ),
    (
        "Nâng cao năng lực đội ngũ",
        (
            (
                "Ít nhất 70% cán bộ, công chức làm công tác phòng, chống tệ nạn xã hội các cấp được tập huấn "
                "nghiệp vụ."
            ),
        ),
        ("Tổ chức mỗi năm một đợt tập huấn cho cán bộ xã, phường, đặc khu và cộng tác viên.",),
    ),
)

# (agency, tasks): Part IV. The last ones are asked, not ordered.
AGENCIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Sở Y tế",
        (
            "Là cơ quan thường trực; hướng dẫn, đôn đốc, kiểm tra và tổng hợp kết quả thực hiện Kế hoạch.",
            (
                "Chủ trì, phối hợp với Công an tỉnh, Sở Văn hóa, Thể thao và Du lịch tham mưu kiện toàn và điều "
                "hành đội kiểm tra liên ngành 178 cấp tỉnh."
            ),
            "Chỉ đạo cơ sở y tế cung cấp dịch vụ can thiệp giảm hại, khám và điều trị cho người có nhu cầu.",
        ),
    ),
    (
        "Công an tỉnh",
        (
            (
                "Chủ trì điều tra, triệt phá các đường dây, ổ nhóm tội phạm về mại dâm; bảo vệ nạn nhân là trẻ em "
                "và người bị mua bán."
            ),
            "Phối hợp với Sở Khoa học và Công nghệ ngăn chặn việc quảng cáo, môi giới mại dâm trên không gian mạng.",
        ),
    ),
    (
        "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
        (
            "Tuần tra, kiểm soát tuyến biển, cảng cá; phối hợp với Công an tỉnh phát hiện mua bán người.",
        ),
    ),
    (
        "Sở Giáo dục và Đào tạo",
        ("Đưa giáo dục giới tính, kỹ năng tự bảo vệ vào nhà trường phù hợp từng lứa tuổi.",),
    ),
    (
        "Sở Văn hóa, Thể thao và Du lịch",
        (
            "Quản lý cơ sở lưu trú, karaoke, vũ trường; phối hợp với Sở Y tế kiểm tra điều kiện kinh doanh.",
        ),
    ),
    (
        "Sở Nội vụ",
        (
            "Hướng dẫn lồng ghép đào tạo nghề, giới thiệu việc làm cho người có nhu cầu hòa nhập cộng đồng.",
        ),
    ),
    (
        "Sở Tài chính",
        ("Tham mưu bố trí kinh phí thực hiện Kế hoạch trong dự toán hằng năm theo phân cấp.",),
    ),
    (
        "Sở Tư pháp",
        ("Hướng dẫn phổ biến pháp luật và trợ giúp pháp lý cho người thuộc diện được trợ giúp.",),
    ),
    (
        "Ủy ban nhân dân các xã, phường, đặc khu",
        (
            "Ban hành kế hoạch hằng năm trong tháng 01; bố trí cán bộ và kinh phí thực hiện.",
            "Duy trì hình thức tuyên truyền phù hợp; ký cam kết với chủ cơ sở; kiểm tra theo thẩm quyền.",
        ),
    ),
    (
        "Đề nghị Viện kiểm sát nhân dân tỉnh, Tòa án nhân dân tỉnh",
        ("Phối hợp cung cấp số liệu truy tố, xét xử các vụ án liên quan đến mại dâm.",),
    ),
    (
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Liên hiệp Phụ nữ tỉnh",
        ("Vận động hội viên giúp đỡ người hòa nhập cộng đồng, không kỳ thị, phân biệt đối xử.",),
    ),
)

REPORTS = (
    "Sở, ngành và Ủy ban nhân dân các xã, phường, đặc khu báo cáo kết quả thực hiện định kỳ hằng quý (trước "
    "ngày 10 của tháng cuối quý), 06 tháng (trước ngày 05/6), hằng năm (trước ngày 15/11) gửi Sở Y tế để "
    "tổng hợp, báo cáo Ủy ban nhân dân tỉnh."
)


def body() -> tuple[Block, ...]:
    """Return the text of the plan."""
    blocks: list[Block] = [
        paragraph(
            "Thực hiện Pháp lệnh Phòng, chống mại dâm và Nghị định số 178/2004/NĐ-CP ngày 15/10/2004 của "
            "Chính phủ, Ủy ban nhân dân tỉnh Khánh Hòa ban hành Kế hoạch phòng, chống mại dâm và hỗ trợ hòa "
            "nhập cộng đồng giai đoạn 2026-2030 như sau:"
        ),
        Heading(Level.ROMAN, 1, "Mục tiêu"),
        *(bullet(text) for text in GOALS),
        Heading(Level.ROMAN, 2, "Nội dung thực hiện"),
    ]
    for number, (title, targets, tasks) in enumerate(GROUPS, start=1):
        blocks += [
            Heading(Level.ARABIC, number, title),
            Heading(Level.LETTER, 1, "Chỉ tiêu"),
            *(bullet(text) for text in targets),
            Heading(Level.LETTER, 2, "Nhiệm vụ và giải pháp"),
            *(bullet(text) for text in tasks),
        ]
    blocks += [
        Heading(Level.ROMAN, 3, "Kinh phí"),
        paragraph(
            "Tổng kinh phí thực hiện Kế hoạch giai đoạn 2026-2030 là 18.500.000.000 đồng từ ngân sách địa "
            "phương, nguồn lồng ghép và nguồn hợp pháp khác."
        ),
        Heading(Level.ROMAN, 4, "Tổ chức thực hiện"),
    ]
    for number, (agency, tasks) in enumerate(AGENCIES, start=1):
        blocks += [Heading(Level.ARABIC, number, agency), *(bullet(text) for text in tasks)]
    blocks += [
        Heading(Level.ROMAN, 5, "Chế độ báo cáo"),
        paragraph(REPORTS),
        paragraph(
            "Trên đây là Kế hoạch phòng, chống mại dâm và hỗ trợ hòa nhập cộng đồng giai đoạn 2026-2030 trên "
            "địa bàn tỉnh (văn bản mẫu để trình diễn phần mềm, không do cơ quan nhà nước ban hành)."
        ),
    ]
    return tuple(blocks)


def sample() -> OfficialDocument:
    """Return the plan as an official document."""
    return OfficialDocument(
        issuer="Ủy ban nhân dân tỉnh Khánh Hòa",
        symbol="KH-UBND",
        number="9",
        place="Khánh Hòa",
        date=dt.date(2026, 1, 12),
        kind="Kế hoạch",
        subject="Phòng, chống mại dâm và hỗ trợ hòa nhập cộng đồng giai đoạn 2026-2030",
        body=body(),
        signature=Signature("TM. ỦY BAN NHÂN DÂN", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        recipients=(
            "Thường trực Tỉnh ủy, HĐND tỉnh",
            "Các sở, ban, ngành, đoàn thể cấp tỉnh",
            "UBND các xã, phường, đặc khu",
            "Lưu: VT, VX",
        ),
    )


if __name__ == "__main__":
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(write_docx(sample()))
    print(OUT.relative_to(Path.cwd()) if OUT.is_relative_to(Path.cwd()) else OUT)
