"""Phrases: press items."""

ISSUES = r"(?:ban hành|ký|có|ra|triển khai)"
CARRIES_OUT = r"(?:thực hiện|căn cứ|triển khai)"
LINKS = r"(?:theo đó|ngoài ra|bên cạnh đó|đồng thời|cụ thể(?: là)?|trong đó|cùng với đó|cùng đó|riêng|thứ \w+|mặt khác|để thực hiện)"
INTRODUCES_LIST = (
    r"(?:,? (?:với|gồm) (?:các|những|một số) nội dung[^:]{0,30}|,? như sau|,? cụ thể):"
)
