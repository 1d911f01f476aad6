#include "core/runs/metricsharvest.h"

#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr QByteArrayView head = "Attempted to log ";

/// Python's spelling of a number, also as numpy 2 prints it: "np.float64(0.25)".
std::optional<double> pythonNumber(QString text)
{
    static const QRegularExpression numpy(u"^(?:np|numpy)\\.\\w+\\((.*)\\)$"_s);
    text = text.trimmed();
    if (const auto match = numpy.match(text); match.hasMatch())
        text = match.captured(1);
    if (text == u"nan"_s)
        return std::numeric_limits<double>::quiet_NaN();
    if (text == u"inf"_s || text == u"-inf"_s)
        return text.startsWith(u'-') ? -std::numeric_limits<double>::infinity()
                                     : std::numeric_limits<double>::infinity();
    bool good = false;
    const double value = text.toDouble(&good);
    return good ? std::optional(value) : std::nullopt;
}

} // namespace

void AzuremlHarvest::take(const QString &name, double value, std::vector<Found> &found)
{
    found.push_back({name, {m_counts[name]++, -1, value}});
}

void AzuremlHarvest::addLine(QByteArrayView line, std::vector<Found> &found)
{
    if (line.endsWith('\r'))
        line.chop(1);
    const Kind waiting = std::exchange(m_waiting, Kind::None);
    if (waiting == Kind::None && !line.startsWith(head))
        return;
    if (line.startsWith(head)) {
        static const QRegularExpression pattern(u"^Attempted to log (scalar|list|row) metric (.+):$"_s);
        const auto match = pattern.match(QString::fromUtf8(line));
        if (match.hasMatch()) {
            const QString kind = match.captured(1);
            m_waiting = kind == u"scalar"_s ? Kind::Scalar : kind == u"list"_s ? Kind::List : Kind::Row;
            m_name = match.captured(2);
        }
        return;
    }
    const QString text = QString::fromUtf8(line).trimmed();
    if (waiting == Kind::Scalar) {
        if (const auto value = pythonNumber(text))
            take(m_name, *value, found);
    } else if (waiting == Kind::List && text.startsWith(u'[') && text.endsWith(u']')) {
        for (const QString &item : text.mid(1, text.size() - 2).split(u','))
            if (const auto value = pythonNumber(item))
                take(m_name, *value, found);
    } else if (waiting == Kind::Row && text.startsWith(u'{') && text.endsWith(u'}')) {
        static const QRegularExpression item(u"'([^']+)':\\s*([^,{}]+)"_s);
        for (auto all = item.globalMatch(text); all.hasNext();) {
            const auto match = all.next();
            if (const auto value = pythonNumber(match.captured(2)))
                take(m_name + u'/' + match.captured(1), *value, found);
        }
    }
}

} // namespace mooring
