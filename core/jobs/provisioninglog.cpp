#include "core/jobs/provisioninglog.h"

#include "core/base/clock.h"

namespace mooring {

namespace {

constexpr qsizetype kLogLimit = 256 * 1024;

} // namespace

void ProvisioningLog::onLine(const LogLine &line)
{
    m_outer.log(line.text, line.level);
    QString text = line.text;
    text.replace(u'\n', u' '); // one entry, one line
    m_text += toIso(line.at) + u' ' + line.step + u' ' + text + u'\n';
}

QString appendToLog(const QString &earlier, const QString &fresh)
{
    const QString all = earlier + fresh;
    if (all.size() <= kLogLimit)
        return all;
    const qsizetype cut = all.indexOf(u'\n', all.size() - kLogLimit);
    return cut < 0 ? QString() : all.mid(cut + 1);
}

} // namespace mooring
