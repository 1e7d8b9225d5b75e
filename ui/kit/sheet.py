"""The style sheet, written from the tokens."""

from string import Template

from ui.kit import tokens
from ui.kit.tokens import Colours

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog, QWidget#ground { background: $ground; }
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong; padding: 2px 8px; }

QLabel { background: transparent; padding-top: 1px; qproperty-indent: 0; }
QLabel[ink="soft"] { color: $text_soft; }
QLabel[ink="faint"] { color: $text_faint; }
QLabel[ink="accent"] { color: $accent_text; }
QLabel[ink="danger"] { color: $danger; }
QLabel[ink="attention"] { color: $attention; }
QLabel[ink="ready"] { color: $ready; }
QLabel[scale="small"] { font-size: ${SMALL}px; }
QLabel[scale="head"] { font-size: ${HEAD}px; font-weight: 600; }
QLabel[scale="title"] { font-size: ${TITLE}px; font-weight: 600; }
QLabel[scale="sum"] { font-size: ${SUM}px; font-weight: 600; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[struck="true"] { text-decoration: line-through; }

QFrame#panel { background: $surface; border: 1px solid $line; border-radius: ${RADIUS}px; }
QFrame#rule { background: $line; border: 0; }
QFrame#popup { background: $surface; border: 1px solid $line_strong; border-radius: ${RADIUS}px; }
QFrame#header { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame#navigation { background: $sunken; border: 0; border-right: 1px solid $line; }
QFrame#strip { background: $surface; border: 0; border-top: 1px solid $line; }

QLineEdit, QPlainTextEdit, QComboBox {
  background: $surface; color: $text; border: 1px solid $line_strong; border-radius: ${RADIUS_SMALL}px;
  selection-background-color: $accent; selection-color: $on_accent; padding: 0 ${S}px;
}
QLineEdit, QComboBox { min-height: ${INNER}px; max-height: ${INNER}px; }
QPlainTextEdit { padding: 2px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on {
  border: 2px solid $focus; padding: 0 ${S_LESS}px;
}
QLineEdit:focus, QComboBox:focus, QComboBox:on { min-height: ${INNER_LESS}px; max-height: ${INNER_LESS}px; }
QPlainTextEdit:focus { padding: 1px 3px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: $sunken; color: $text_faint; border-color: $line;
}
QLineEdit:read-only { background: $ground; }
QLineEdit#sum { font-size: ${TITLE}px; min-height: 52px; max-height: 52px; font-weight: 600; }
QLineEdit#sum:focus { min-height: 50px; max-height: 50px; }
QComboBox { padding-left: 10px; }
QComboBox:focus, QComboBox:on { padding-left: 9px; }
QComboBox::drop-down { border: 0; width: 32px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $line_strong; outline: 0; padding: 4px;
  selection-background-color: $accent_soft; selection-color: $accent_text;
}
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 ${S}px; border-radius: ${RADIUS_SMALL}px; }

QPushButton {
  background: $surface; color: $text; border: 1px solid $line_strong; border-radius: ${RADIUS_SMALL}px;
  padding: 0 ${L}px; min-height: ${INNER}px; max-height: ${INNER}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus {
  border: 2px solid $focus; min-height: ${INNER_LESS}px; max-height: ${INNER_LESS}px; padding: 0 ${L_LESS}px;
}
QPushButton:disabled { color: $text_faint; border-color: $line; background: $ground; }
QPushButton[rank="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[rank="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[rank="primary"]:pressed { background: $accent_press; border-color: $accent_press; }
QPushButton[rank="primary"]:focus { border: 2px solid $text; }
QPushButton[rank="primary"]:disabled { background: $sunken; border: 1px solid $line; color: $text_faint; }
QPushButton[rank="quiet"] {
  background: transparent; border: 1px solid transparent; color: $accent_text; padding: 0 ${S}px;
}
QPushButton[rank="quiet"]:hover { background: $hover; }
QPushButton[rank="quiet"]:focus { border: 2px solid $focus; padding: 0 ${S_LESS}px; }
QPushButton[rank="quiet"]:disabled { color: $text_faint; }
QPushButton[rank="danger"] { color: $danger; border-color: $danger; }

QToolButton {
  background: transparent; border: 1px solid transparent; border-radius: ${RADIUS_SMALL}px; padding: 0 7px;
  min-width: 20px; min-height: ${INNER}px; max-height: ${INNER}px; color: $text_soft;
}
QToolButton[capped="true"] { min-width: ${CAPPED}px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; color: $accent_text; }
QToolButton:focus {
  border: 2px solid $focus; padding: 0 6px; min-height: ${INNER_LESS}px; max-height: ${INNER_LESS}px;
}
QToolButton:disabled { color: $text_faint; }

QLineEdit > QToolButton, QLineEdit > QToolButton:focus {
  min-width: 20px; min-height: 20px; max-height: 20px; padding: 0; border: 0; background: transparent;
}

QTableView, QListView {
  background: $surface; border: 1px solid $line; border-radius: ${RADIUS}px; padding: 1px; outline: 0;
  gridline-color: transparent;
  selection-background-color: $accent_soft; selection-color: $text; alternate-background-color: $ground;
}
QTableView:focus, QListView:focus { border: 2px solid $focus; padding: 0; }
QTableView::item { padding: 0 5px; border: 0; border-bottom: 1px solid $line; }
QTableView::item:selected, QListView::item:selected { background: $accent_soft; color: $text; }
QTableView[frame="none"] { border: 0; border-radius: 0; }
QListView#thumbs {
  background: $sunken; border: 0; border-right: 1px solid $line; border-radius: 0; font-size: ${SMALL}px;
}
QListView#thumbs::item { border: 0; border-radius: ${RADIUS_SMALL}px; color: $text_soft; }
QListView#thumbs::item:selected { background: $accent_soft; color: $accent_text; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
  background: transparent; color: $text_soft; border: 0; border-bottom: 1px solid $line_strong;
  padding: 0 ${S}px; font-size: ${SMALL}px; height: 32px;
}

QScrollArea, QScrollArea > QWidget > QWidget#scrolled, QGraphicsView { background: transparent; border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: $text_faint; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; width: 0; height: 0;
}

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QProgressBar { background: $sunken; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QTabBar::tab {
  background: transparent; border: 0; border-bottom: 2px solid transparent; color: $text_soft;
  padding: 0 ${S}px; min-height: 34px;
}
QTabBar::tab:selected { color: $accent_text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:focus { color: $accent_text; background: $accent_soft; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 2px ${XL}px 2px ${M}px; min-height: 28px; border-radius: ${RADIUS_SMALL}px; }
QMenu::item:selected { background: $accent_soft; color: $accent_text; }
""")


def sheet(colours: Colours) -> str:
    """The style sheet of one mode."""
    inner = tokens.TARGET - 2
    sizes = {
        name: getattr(tokens, name) for name in ("XS", "S", "M", "L", "XL", "SMALL", "BODY", "HEAD", "TITLE", "SUM")
    }
    return _SHEET.substitute(
        {name: getattr(colours, name) for name in Colours.__dataclass_fields__},
        **sizes,
        RADIUS=tokens.RADIUS,
        RADIUS_SMALL=tokens.RADIUS_SMALL,
        INNER=inner,
        INNER_LESS=inner - 2,
        CAPPED=tokens.CAPPED - 16,
        S_LESS=tokens.S - 1,
        L_LESS=tokens.L - 1,
    )
