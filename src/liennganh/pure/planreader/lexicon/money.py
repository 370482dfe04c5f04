"""Phrases: money."""

MONEY_UNITS = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3, "": 1}
MONEY_NOUNS = r"(?:kinh phí|dự toán|ngân sách|tổng mức|tổng số|vốn|nguồn|kinh phí|khái toán|chi phí|tổng cộng)"
NOT_GIVEN = r"(?:mức phạt|phạt tiền|thu nhập|mức chi|mức lương|doanh thu|tiền thưởng|mức thưởng|lãi|cho vay|vay vốn|mỗi người|/người|/tháng|/hộ)"
