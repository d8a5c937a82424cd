### Tibetan. UNVERIFIED: single terms, none of them read by a reviewer. Not one may reach a resident before somebody who reads the
### language has signed it in reviewers.toml; until then every message is given in Chinese.
### Whole sentences are left out on purpose: they are to be written by a translator, not put together from terms.
### A line ends after a tsheg (U+0F0B); where it must not, write U+0F0C.

## Toolbar

tool-lang-zh = 中文
    .lang = zh
tool-lang-en = English
    .lang = en
tool-lang-mn = ᠮᠣᠩᠭᠣᠯ
    .lang = mn
tool-lang-ug = ئۇيغۇرچە
    .lang = ug
tool-lang-bo = བོད་ཡིག
# 帮助. Unverified.
tool-help = རོགས་རམ
# 返回. Unverified.
go-back = ཕྱིར་ལོག
# 窗口. Unverified.
paper-windows = སྒེའུ་ཁུང
board-window = སྒེའུ་ཁུང
# 号. Unverified.
paper-number = ཨང་གྲངས
board-number = ཨང་གྲངས

## Names of the hall, which it gives itself

line-name = { $name }
priority-name = { $name }
ticket-line = { $line }
paper-hall = { $hall }
paper-line-name = { $name }

## Digits, as they are written in the region

digit = { $digit }
