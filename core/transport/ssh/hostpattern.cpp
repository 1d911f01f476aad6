#include "core/transport/ssh/hostpattern.h"

namespace mooring {

namespace {

constexpr qsizetype kLongestPattern = 1022;

} // namespace

bool matchesPattern(QByteArrayView text, QByteArrayView pattern)
{
    // Falling back to the last star alone is enough, and never takes more than |text| · |pattern| steps.
    qsizetype t = 0, p = 0, star = -1, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool matchesPatternList(QByteArrayView name, QByteArrayView list, char separator)
{
    bool found = false;
    for (qsizetype from = 0; from < list.size();) {
        const bool negated = list[from] == '!';
        from += negated ? 1 : 0;
        qsizetype end = list.indexOf(separator, from);
        if (end < 0)
            end = list.size();
        if (end - from > kLongestPattern)
            return false;
        if (matchesPattern(name, list.sliced(from, end - from).toByteArray().toLower())) {
            if (negated)
                return false;
            found = true;
        }
        from = end + 1;
    }
    return found;
}

QByteArray knownHostsName(const QString &host, int port)
{
    const QByteArray name = host.toUtf8().toLower();
    return port == 22 || port == 0 ? name : '[' + name + "]:" + QByteArray::number(port);
}

} // namespace mooring
