#include "ui/shell/commandpalette.h"

#include "core/base/clock.h"
#include "ui/context/uisettings.h"
#include "ui/shell/palettelist.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace mooring {

namespace {

constexpr int kShadow = 8; ///< room around the frame
constexpr int kRows = 8;   ///< items in sight
constexpr auto kUsesKey = "paletteUses";

} // namespace

CommandPalette::CommandPalette(Provider provider, UiSettings &settings, QWidget *window)
    : QFrame(window),
      m_provider(std::move(provider)),
      m_settings(settings),
      m_field(new QLineEdit(this)),
      m_count(new TextLabel({}, Type::Small, Ink::Text2, this)),
      m_list(new QListView(this)),
      m_model(new PaletteListModel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setFrameShape(NoFrame);
    setAccessibleName(tr("Search or run a command"));
    m_field->setObjectName(QStringLiteral("paletteInput"));
    m_field->setFrame(false);
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(dp(this, 40), dp(this, 8), dp(this, 16), dp(this, 8));
    head->addWidget(m_field, 1);
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kShadow + 1, kShadow + 1, kShadow + 1, kShadow + 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addSpacing(dp(this, 8));
    layout->addWidget(m_list, 1);
    layout->addWidget(makeFoot());

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this] { act(); });
    window->installEventFilter(this);
    hide();
}

QWidget *CommandPalette::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(dp(this, 16), dp(this, 6), dp(this, 16), dp(this, 6));
    layout->setSpacing(dp(this, 12));
    for (const QString &text : {tr("Up, Down: choose"), tr("Enter: do"), tr("Esc: close")})
        layout->addWidget(new TextLabel(text, Type::Small, Ink::Text2, foot));
    layout->addStretch(1);
    for (const QString &text : {tr("> commands"), tr("@ targets"), tr("# runs")})
        layout->addWidget(new TextLabel(text, Type::Small, Ink::Text2, foot));
    return foot;
}

void CommandPalette::open(const QString &query)
{
    m_focusBefore = QApplication::focusWidget();
    m_all = m_provider();
    m_field->setText(query);
    search();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::search()
{
    const Frecency frecency(m_settings.layout(kUsesKey));
    m_model->setItems(matchingItems(m_all, m_field->text(), frecency, nowUtc().toMSecsSinceEpoch()), m_field->text());
    const QString count = m_model->itemCount() ? tr("%n results", nullptr, m_model->itemCount()) : tr("Nothing found");
    m_count->setText(count);
    step(+1);
    place();
    QAccessibleEvent event(m_count, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void CommandPalette::place()
{
    int height = 0;
    for (int row = 0, items = 0; row < m_model->rowCount() && items < kRows; ++row) {
        height += m_list->sizeHintForRow(row);
        items += m_model->item(m_model->index(row)) != nullptr;
    }
    m_list->setFixedHeight(
        qMin(qMax(height, dp(this, 36)), qMax(dp(this, 72), parentWidget()->height() - dp(this, 200))));
    const int width = qMin(dp(this, 640) + 2 * kShadow, parentWidget()->width() - dp(this, 16));
    layout()->activate();
    const int wanted = layout()->sizeHint().height();
    setGeometry((parentWidget()->width() - width) / 2, dp(this, 44) - kShadow, width, wanted);
}

void CommandPalette::step(int by)
{
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    for (row += by; row >= 0 && row < m_model->rowCount(); row += by) {
        if (!m_model->item(m_model->index(row)))
            continue;
        m_list->setCurrentIndex(m_model->index(row));
        if (row == 1)
            m_list->scrollToTop(); // with the head of the first group
        return;
    }
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        step(+1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        for (int i = 0; i < kRows; ++i)
            step(+1);
        return true;
    case Qt::Key_PageUp:
        for (int i = 0; i < kRows; ++i)
            step(-1);
        return true;
    case Qt::Key_Enter:
    case Qt::Key_Return:
        act();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the field is all that takes the focus
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible())
        close();
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::act()
{
    const PaletteItem *item = m_model->item(m_list->currentIndex());
    if (!item)
        return;
    const PaletteItem chosen = *item;
    Frecency frecency(m_settings.layout(kUsesKey));
    frecency.use(chosen.id, nowUtc().toMSecsSinceEpoch());
    m_settings.setLayout(kUsesKey, frecency.toJson());
    close();
    if (chosen.act)
        chosen.act();
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor shadow(Qt::black);
    shadow.setAlpha(tokens.dark ? 26 : 9);
    painter.setBrush(shadow);
    for (int i = 0; i < kShadow; ++i)
        painter.drawRoundedRect(QRectF(rect()).adjusted(i, i, -i, -i), 6 + kShadow - i, 6 + kShadow - i);
    const QRectF frame = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
    painter.setPen(QPen(tokens.lineStrong, 1));
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const double size = dp(this, 16);
    const QRect field = m_field->geometry();
    paintIcon(&painter, QStringLiteral("edit-find"),
              {frame.left() + dp(this, 14), field.center().y() - size / 2 + 1, size, size}, tokens.text2);
    painter.fillRect(QRectF(frame.left(), m_list->y() - dp(this, 8), frame.width(), 1), tokens.line);
    painter.fillRect(QRectF(frame.left(), m_list->geometry().bottom() + 1, frame.width(), 1), tokens.line);
}

} // namespace mooring
