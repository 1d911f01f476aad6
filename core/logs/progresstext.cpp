#include "core/logs/progresstext.h"

#include <QRegularExpression>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostText = 1000; // a progress bar is no longer than a wide terminal

qint64 numberOf(QString digits) { return digits.remove(u',').toLongLong(); }

/// "00:41" as people write it: "0:41".
QString plainTime(QString time)
{
    if (time.size() == 5 && time.startsWith(u'0'))
        time.remove(0, 1);
    return time.contains(u'?') ? QString() : time;
}

QString labelBefore(const QString &text, qsizetype end)
{
    static const QRegularExpression tail(u"[\\s:|\\[\\]#=>.\\-\u2588-\u258f\u2501\u2578]+$"_s);
    QString label = text.left(end);
    label.remove(tail);
    return label.trimmed();
}

} // namespace

std::optional<ProgressText> parseProgress(const QString &text)
{
    if (text.size() > mostText)
        return {};
    static const QRegularExpression percent(u"(\\d{1,3})(?:\\.\\d+)?\\s?%"_s);
    static const QRegularExpression counts(u"(?<![\\w./])([\\d,]+)\\s?/\\s?([\\d,]+)(?![\\w/])"_s);
    static const QRegularExpression times(u"<\\s?([\\d:?]+)"_s);
    static const QRegularExpression rates(u"([\\d.]+)\\s?([kMG]?i?\\w{0,12}/(?:s|it))\\b"_s);
    const auto share = percent.match(text);
    // After the percentage, since a label may hold a count of its own ("Epoch 12/30: 34%| 418/1250").
    auto count = counts.match(text, share.hasMatch() ? share.capturedEnd() : 0);
    if (!share.hasMatch() && !count.hasMatch())
        return {};
    if (!share.hasMatch())
        for (auto next = count; next.hasMatch(); next = counts.match(text, count.capturedEnd()))
            count = next;
    ProgressText line;
    if (count.hasMatch()) {
        line.done = numberOf(count.captured(1));
        line.total = numberOf(count.captured(2));
    }
    if (line.total > 0)
        line.fraction = double(line.done) / double(line.total);
    else if (share.hasMatch())
        line.fraction = share.captured(1).toDouble() / 100.0;
    line.fraction = std::clamp(line.fraction, 0.0, 1.0);
    line.label = labelBefore(text, share.hasMatch() ? share.capturedStart() : count.capturedStart());
    if (const auto rate = rates.match(text); rate.hasMatch())
        line.rate = rate.captured(1) + u' ' + rate.captured(2);
    if (const auto time = times.match(text); time.hasMatch())
        line.left = plainTime(time.captured(1));
    return line;
}

} // namespace mooring
