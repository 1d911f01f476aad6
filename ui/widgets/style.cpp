#include "ui/widgets/style.h"

#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

bool reducedMotion = false;

bool isField(QStyle::ContentsType type)
{
    return type == QStyle::CT_LineEdit || type == QStyle::CT_ComboBox || type == QStyle::CT_SpinBox;
}

} // namespace

MooringStyle::MooringStyle() : QProxyStyle(u"fusion"_s) { setObjectName(u"mooring"_s); }

int MooringStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return dp(widget, 16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_HeaderMargin:
        return dp(widget, 8);
    case PM_FocusFrameHMargin:
        return dp(widget, 7); // beside the text of a list's items
    case PM_ScrollBarExtent:
        return dp(widget, 12);
    case PM_ScrollBarSliderMin:
        return dp(widget, 24);
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarItemSpacing:
    case PM_MenuBarHMargin:
    case PM_MenuBarVMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return dp(widget, 4);
    case PM_TabBarTabHSpace:
        return dp(widget, 24);
    case PM_ToolTipLabelFrameWidth:
        return dp(widget, 5);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int MooringStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_UnderlineShortcut: // Alt still opens the menus
    case SH_ScrollBar_ContextMenu:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking:
        return 1;
    case SH_Widget_Animation_Duration:
        return reducedMotion ? 0 : 200;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize MooringStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    QSize s = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (isField(type)) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (type != CT_LineEdit || (frame && frame->lineWidth > 0))
            s.setHeight(dp(widget, 32));
    } else if (type == CT_PushButton) {
        s.setHeight(qMax(s.height(), dp(widget, 32)));
        s.rwidth() += dp(widget, 8);
    } else if (type == CT_CheckBox || type == CT_RadioButton) {
        s.setHeight(qMax(s.height(), dp(widget, 24)));
    } else if (type == CT_MenuBarItem) {
        s = QSize(size.width() + dp(widget, 20), dp(widget, 36));
    } else if (type == CT_HeaderSection) {
        s.setHeight(dp(widget, 32));
    } else if (type == CT_ItemViewItem && qobject_cast<const QListView *>(widget)) {
        s.setHeight(qMax(s.height(), dp(widget, 28)));
    } else if (type == CT_TabBarTab) {
        s.setHeight(dp(widget, 36));
    } else if (type == CT_MenuItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool line = item && item->menuItemType == QStyleOptionMenuItem::Separator;
        const bool shortcut = item && item->text.contains(u'\t');
        const int words = item ? item->fontMetrics.horizontalAdvance(item->text.section(u'\t', 0, 0)) : size.width();
        const int keys =
            shortcut ? item->fontMetrics.horizontalAdvance(item->text.section(u'\t', 1)) + dp(widget, 32) : 0;
        s = QSize(words + keys + dp(widget, 36 + 28), dp(widget, line ? 9 : 28));
    }
    return s;
}

QRect MooringStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(dp(widget, 8), 2, -dp(widget, 8), -2);
        return option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect MooringStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                                   const QWidget *widget) const
{
    const QRect r = option->rect;
    if (control == CC_ComboBox) {
        if (sub == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(dp(widget, 8), 2, -dp(widget, 28), -2));
        if (sub == SC_ComboBoxArrow)
            return visualRect(option->direction, r,
                              QRect(r.right() - dp(widget, 28), r.y(), dp(widget, 28) + 1, r.height()));
    }
    if (control == CC_SpinBox) {
        const int width = dp(widget, 24);
        if (sub == SC_SpinBoxEditField)
            return r.adjusted(dp(widget, 8), 2, -width, -2);
        if (sub == SC_SpinBoxUp)
            return QRect(r.right() - width, r.y() + 3, width, r.height() / 2 - 3);
        if (sub == SC_SpinBoxDown)
            return QRect(r.right() - width, r.y() + r.height() / 2, width, r.height() / 2 - 3);
    }
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider) { // no arrows: the whole length is groove
        const bool vertical = slider->orientation == Qt::Vertical;
        const int length = vertical ? r.height() : r.width();
        const qint64 range = qint64(slider->maximum) - slider->minimum;
        const qint64 whole = range + slider->pageStep;
        int handle = whole > 0 && range > 0 ? int(qint64(length) * slider->pageStep / whole) : length;
        handle = qBound(qMin(length, pixelMetric(PM_ScrollBarSliderMin, option, widget)), handle, length);
        const int at = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                               length - handle, slider->upsideDown);
        const auto part = [&](int from, int size) {
            return vertical ? QRect(r.x(), r.y() + from, r.width(), size)
                            : QRect(r.x() + from, r.y(), size, r.height());
        };
        switch (sub) {
        case SC_ScrollBarSlider:
            return part(at, handle);
        case SC_ScrollBarGroove:
            return r;
        case SC_ScrollBarSubPage:
            return part(0, at);
        case SC_ScrollBarAddPage:
            return part(at + handle, length - at - handle);
        default:
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void MooringStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const Tokens t = Tokens::from(option->palette);
    switch (element) {
    case PE_PanelLineEdit:
        return stylepaint::lineEdit(painter, option, widget);
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        return stylepaint::pushButton(painter, option);
    case PE_PanelButtonTool:
    case PE_FrameButtonTool:
        return element == PE_PanelButtonTool ? stylepaint::toolButton(painter, option) : void();
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange) && !(widget && widget->inherits("QComboBoxListView")))
            stylepaint::focusRect(painter, option->rect, option->palette);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return stylepaint::checkBox(painter, option);
    case PE_IndicatorRadioButton:
        return stylepaint::radioButton(painter, option);
    case PE_IndicatorBranch:
        return stylepaint::branch(painter, option);
    case PE_PanelMenu:
        return stylepaint::panel(painter, option->rect, t.base, t.edge, 0);
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        return stylepaint::panel(painter, option->rect, t.window, t.edge, 0);
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            stylepaint::itemGround(painter, item);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRectF(option->rect.x(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case PE_Frame:
        return stylepaint::panel(painter, option->rect, QColor(), t.line, 4);
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void MooringStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return stylepaint::tab(painter, tab);
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return stylepaint::menuItem(painter, item);
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return stylepaint::menuBarItem(painter, item);
        break;
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, Tokens::from(option->palette).window);
    case CE_Splitter:
        return painter->fillRect(option->rect, Tokens::from(option->palette).line);
    case CE_Header: // whole, because the label's own rectangle leaves no room for our edges
        if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            stylepaint::headerSection(painter, head);
            return stylepaint::headerLabel(painter, head, widget);
        }
        break;
    case CE_HeaderEmptyArea: {
        const Tokens t = Tokens::from(option->palette);
        painter->fillRect(option->rect, t.base);
        return painter->fillRect(QRectF(option->rect.x(), option->rect.bottom(), option->rect.width(), 1),
                                 t.lineStrong);
    }
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return stylepaint::progressBar(painter, bar);
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem own(*item); // selected text keeps its own colour
            for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
                own.palette.setColor(group, QPalette::HighlightedText, item->palette.color(group, QPalette::Text));
            return QProxyStyle::drawControl(element, &own, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void MooringStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return stylepaint::scrollBar(painter, slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
    } else if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return stylepaint::comboBox(painter, combo, widget);
    } else if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return stylepaint::spinBox(painter, spin, widget, subControlRect(control, option, SC_SpinBoxUp, widget),
                                       subControlRect(control, option, SC_SpinBoxDown, widget));
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void MooringStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

bool usesMooringStyle(const QWidget *widget)
{
    return qobject_cast<const MooringStyle *>(widget ? widget->style() : QApplication::style()) != nullptr;
}

bool showsKeyboardFocus(const QWidget *widget) { return widget->window()->testAttribute(Qt::WA_KeyboardFocusChange); }

void setReducedMotion(bool on) { reducedMotion = on; }

} // namespace mooring
