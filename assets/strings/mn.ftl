### Traditional Mongolian. UNVERIFIED: single terms from a working glossary, none of them read by a reviewer. Not one may reach a
### resident before somebody who reads the script has signed it in reviewers.toml; until then every message is given in Chinese.
### Whole sentences are left out on purpose: they are to be written by a translator, not put together from terms.
### Suffixes are joined with U+202F (narrow no-break space), never with a space; a final a/e apart from its stem with U+180E.

## Toolbar

tool-lang-zh = 中文
    .lang = zh
tool-lang-en = English
    .lang = en
tool-lang-mn = ᠮᠣᠩᠭᠣᠯ
tool-lang-ug = ئۇيغۇرچە
    .lang = ug
tool-lang-bo = བོད་ཡིག
    .lang = bo
# Glossary: 帮助. Unverified, from memory.
tool-help = ᠲᠤᠰᠠᠯᠠᠮᠵᠢ
# Glossary: 返回. Unverified, from memory.
go-back = ᠪᠤᠴᠠᠬᠤ
# Glossary: 首页. Unverified, from memory.
go-home = ᠲᠡᠷᠢᠭᠦᠨ ᠨᠢᠭᠤᠷ

## Names of the hall, which it gives itself

line-name = { $name }
priority-name = { $name }
ticket-line = { $line }
paper-hall = { $hall }
paper-line-name = { $name }

## Taking a number

# Glossary: 取号. Unverified; the first word is attested in a desktop system.
take-plain = ᠨᠣᠮᠧᠷ ᠠᠪᠬᠤ
# From 取号: the word for a number alone. Unverified.
paper-number = ᠨᠣᠮᠧᠷ
board-number = ᠨᠣᠮᠧᠷ
# Glossary: 窗口. Unverified; a desktop system spells it ᠴᠤᠩᠬᠤ.
paper-windows = ᠴᠣᠩᠬᠣ
board-window = ᠴᠣᠩᠬᠣ

## Rating. Glossary: the five national levels, all unverified.

rate-5 = ᠮᠠᠰᠢ ᠰᠡᠳᠬᠢᠯ ᠬᠠᠨᠤᠭᠰᠠᠨ
rate-4 = ᠰᠡᠳᠬᠢᠯ ᠬᠠᠨᠤᠭᠰᠠᠨ
# The glossary wrote the suffix after a space; joined here with U+202F. To be settled by the reviewer.
rate-3 = ᠦᠨᠳᠦᠰᠦᠨ ᠳ᠋ᠡᠭᠡᠨ ᠰᠡᠳᠬᠢᠯ ᠬᠠᠨᠤᠭᠰᠠᠨ
rate-2 = ᠰᠡᠳᠬᠢᠯ ᠬᠠᠨᠤᠭᠰᠠᠨ ᠦᠭᠡᠢ
rate-1 = ᠮᠠᠰᠢ ᠰᠡᠳᠬᠢᠯ ᠬᠠᠨᠤᠭᠰᠠᠨ ᠦᠭᠡᠢ
