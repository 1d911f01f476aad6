#include "ui/widgets/icons.h"

#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

static void initIcons() { Q_INIT_RESOURCE(icons); }

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

QByteArray svgOf(const QString &name)
{
    static const bool once = (initIcons(), true);
    Q_UNUSED(once)
    static QHash<QString, QByteArray> read;
    auto found = read.find(name);
    if (found == read.end() && name.isEmpty()) // a place that has no icon yet
        found = read.insert(name, QByteArray());
    if (found == read.end()) {
        QFile file(u":/icons/"_s + name + u".svg"_s);
        found = read.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        if (found->isEmpty())
            qWarning("No icon named %s", qPrintable(name));
    }
    return *found;
}

/// Strokes are drawn thinner on the grid when an icon is large, so that all sizes look of one weight.
QByteArray strokeFor(int size) { return size >= 23 ? "1.15"_ba : size >= 19 ? "1.35"_ba : "1.5"_ba; }

QPixmap render(const QString &name, int size, const QColor &color, double ratio)
{
    const int pixels = qMax(1, int(std::ceil(size * ratio)));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QByteArray svg = svgOf(name);
    if (svg.isEmpty())
        return pixmap;
    svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + strokeFor(size) + '"');
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

/// Asks the palette at each paint, so that a change of theme needs no new icon.
class LineIconEngine : public QIconEngine
{
public:
    explicit LineIconEngine(const QString &name) : m_name(name) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, m_name, rect, colorFor(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const int side = qMin(size.width(), size.height());
        return iconPixmap(m_name, qRound(side / scale), colorFor(mode, state), scale);
    }
    QIconEngine *clone() const override { return new LineIconEngine(m_name); }
    QString key() const override { return u"mooring-line-icon"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return svgOf(m_name).isEmpty(); }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }

private:
    static QColor colorFor(QIcon::Mode mode, QIcon::State state)
    {
        const Tokens t = Tokens::from(QApplication::palette());
        if (mode == QIcon::Disabled)
            return t.text3;
        return state == QIcon::On ? t.accent : t.text2;
    }

    QString m_name;
};

} // namespace

QPixmap iconPixmap(const QString &name, int size, const QColor &color, double ratio)
{
    const QString key = u"mooring/%1/%2/%3/%4"_s.arg(name).arg(size).arg(color.rgba(), 0, 16).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, size, color, ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

void paintIcon(QPainter *painter, const QString &name, const QRectF &where, const QColor &color)
{
    const double ratio = painter->device()->devicePixelRatioF();
    const int size = qRound(std::min(where.width(), where.height()));
    // On whole device pixels, or the 1.5 px strokes blur.
    const auto snapped = [ratio](double v) { return std::round(v * ratio) / ratio; };
    const QPointF at(snapped(where.center().x() - size / 2.0), snapped(where.center().y() - size / 2.0));
    painter->drawPixmap(at, iconPixmap(name, size, color, ratio));
}

QIcon icon(const QString &name) { return name.isEmpty() ? QIcon() : QIcon(new LineIconEngine(name)); }

} // namespace mooring
