### Uyghur. UNVERIFIED: single terms, none of them read by a reviewer. Not one may reach a resident before somebody who reads the
### language has signed it in reviewers.toml; until then every message is given in Chinese.
### Whole sentences are left out on purpose: they are to be written by a translator, not put together from terms.
### Write from the first letter to the last; the glass turns the line. What is put into a sentence ({ $number }) keeps its own
### direction without any mark from you.

## Toolbar

tool-lang-zh = 中文
    .lang = zh
tool-lang-en = English
    .lang = en
tool-lang-mn = ᠮᠣᠩᠭᠣᠯ
    .lang = mn
tool-lang-ug = ئۇيغۇرچە
tool-lang-bo = བོད་ཡིག
    .lang = bo
# 帮助. Unverified.
tool-help = ياردەم
# 返回. Unverified.
go-back = قايتىش
# 首页. Unverified.
go-home = باش بەت
# 下一页. Unverified.
next-page = كېيىنكى بەت
# 上一页. Unverified.
previous-page = ئالدىنقى بەت

## Names of the hall, which it gives itself

line-name = { $name }
priority-name = { $name }
ticket-line = { $line }
paper-hall = { $hall }
paper-line-name = { $name }

## Digits, as they are written in the region

digit = { $digit }

## Taking a number

# 号. Unverified.
paper-number = نومۇر
board-number = نومۇر
# 窗口. Unverified.
paper-windows = كۆزنەك
board-window = كۆزنەك
