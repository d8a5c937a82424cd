"""Who has an appointment or asked for a visit: sealed when stored, shown with the surname and the end of the phone number."""

from __future__ import annotations

from central.vault import Vault

# 复姓: the two-character surnames of 现代汉语词典's list that are still common.
TWO_CHARACTERS = frozenset(
    "欧阳 上官 司马 诸葛 令狐 慕容 南宫 东方 公孙 皇甫 尉迟 长孙 夏侯 端木 独孤 司徒 司空 轩辕 宇文 呼延 赫连 澹台 公冶 宗政 濮阳 淳于 "
    "单于 太叔 申屠 钟离 鲜于 闾丘 万俟 闻人 西门 东郭 百里 拓跋".split()
)
REST = "＊"


def seal(vault: Vault, row_id: str, what: str, text: str | None) -> bytes | None:
    return None if not text else vault.encrypt(text, f"{row_id} {what}")


def opened(vault: Vault, row_id: str, what: str, sealed: bytes | None) -> str | None:
    return None if sealed is None else vault.decrypt(sealed, f"{row_id} {what}")


def surname(name: str | None) -> str | None:
    """诸葛亮 → 诸葛＊, 李四 → 李＊, Li Si → L＊; a name of one character stays hidden behind nothing but its own."""
    if not name:
        return None
    return (name[:2] if name[:2] in TWO_CHARACTERS and len(name) > 2 else name[:1]) + REST


def last_four(phone: str | None) -> str | None:
    """The end by which staff and caller make sure that they mean the same number."""
    return "".join(each for each in phone if each.isdigit())[-4:] if phone else None


def contact_mark(vault: Vault, name: str | None, phone: str) -> str:
    """By which two telephone bookings of one person are known; with the name, as parents give the number of one child."""
    digits = "".join(each for each in phone if each.isdigit())
    return vault.mark("contact", f"{digits} {''.join((name or '').split()).casefold()}")
