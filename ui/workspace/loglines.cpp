#include "ui/workspace/loglines.h"

#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace mooring {

namespace {

class LineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(fontOf(option.widget, Type::MonoSmall));
        // By count, not by shape: this is asked for every line. Wide letters take two places.
        const qsizetype columns = index.data().toString().size() + 20;
        return {metrics.horizontalAdvance(u'0') * int(qMin(columns, qsizetype(4000))) + dp(option.widget, 32),
                dp(option.widget, 18)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens tokens = Tokens::from(option.palette);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, tokens.accentSoft);
        painter->setFont(fontOf(option.widget, Type::MonoSmall));
        const QFontMetrics metrics = painter->fontMetrics();
        int left = option.rect.left() + dp(option.widget, 16);
        const auto column = [&](const QString &text, const QColor &color, int chars) {
            painter->setPen(color);
            painter->drawText(QRect(left, option.rect.top(), option.rect.right() - left + 1, option.rect.height()),
                              Qt::AlignLeft | Qt::AlignVCenter, text);
            left += qMax(metrics.horizontalAdvance(text), metrics.horizontalAdvance(u'0') * chars) +
                    metrics.horizontalAdvance(u'0') * (chars ? 1 : 0);
        };
        const QString time = index.data(LogLinesModel::TimeRole).toString();
        if (!time.isEmpty()) {
            column(time, tokens.text3, 8);
            column(index.data(LogLinesModel::StepRole).toString(), tokens.text3, 8);
        }
        const auto level = LogLine::Level(index.data(LogLinesModel::LevelRole).toInt());
        column(index.data().toString(),
               level == LogLine::Level::Failure   ? tokens.fail
               : level == LogLine::Level::Warning ? tokens.warn
                                                  : tokens.text,
               0);
        painter->restore();
    }
};

} // namespace

void LogLinesModel::setLines(std::vector<LogLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void LogLinesModel::append(const std::vector<LogLine> &lines)
{
    if (lines.empty())
        return;
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + lines.size()) - 1);
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    endInsertRows();
}

void LogLinesModel::setText(const QString &text)
{
    std::vector<LogLine> lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        lines.push_back({{}, {}, line, LogLine::Level::Info});
    setLines(std::move(lines));
}

QString LogLinesModel::allText() const
{
    QString text;
    for (int row = 0; row < rowCount(); ++row)
        text += index(row).data(Qt::AccessibleTextRole).toString() + u'\n';
    return text;
}

int LogLinesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

QVariant LogLinesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LogLine &line = m_lines[size_t(index.row())];
    const QString time = line.at.isValid() ? line.at.toLocalTime().toString(QStringLiteral("HH:mm:ss")) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::AccessibleTextRole:
        return time.isEmpty() ? line.text : QStringLiteral("%1 %2 %3").arg(time, line.step, line.text);
    case TimeRole:
        return time;
    case StepRole:
        return line.step;
    case LevelRole:
        return int(line.level);
    default:
        return {};
    }
}

LogLinesView::LogLinesView(QWidget *parent) : QListView(parent), m_lines(new LogLinesModel(this))
{
    setModel(m_lines);
    setItemDelegate(new LineDelegate(this));
    setLayoutMode(Batched);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setViewportMargins(0, dp(this, 6), 0, dp(this, 6));
    setAccessibleName(tr("Log"));
    setAutoFillBackground(true);
    applySunken();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this](int value) { m_atEnd = value >= verticalScrollBar()->maximum(); });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_atEnd)
            scrollToBottom();
    });
}

void LogLinesView::applySunken()
{
    // The view's own ground too: it shows around the margins and under the scroll bars' corner.
    const QColor sunken = Tokens::from(QGuiApplication::palette()).sunken;
    if (palette().color(QPalette::Base) == sunken && palette().color(QPalette::Window) == sunken)
        return;
    QPalette own;
    own.setColor(QPalette::Base, sunken);
    own.setColor(QPalette::Window, sunken);
    setPalette(own);
}

void LogLinesView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applySunken();
}

void LogLinesView::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QListView::keyPressEvent(event);
        return;
    }
    QModelIndexList selected = selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(selected))
        lines << index.data(Qt::AccessibleTextRole).toString();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace mooring
