#include "ui/attach/ladder/machinefacts.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text, const char *hint = nullptr)
{
    return QCoreApplication::translate("mooring::MachineFacts", text, hint);
}

QString systemOf(const Json &facts)
{
    const QString name = stringAt(facts, "osName", stringAt(facts, "system")), machine = stringAt(facts, "arch");
    return name.isEmpty() || machine.isEmpty() ? name : name + u", "_s + machine;
}

QString coresOf(const Json &facts)
{
    const qint64 cores = intAt(facts, "cores");
    if (cores <= 0)
        return {};
    const Json load = facts.value("load", Json());
    const QString text = load.is_number()   ? QString::number(load.get<double>(), 'f', 1)
                         : load.is_string() ? fromStd(load.get<std::string>()).section(u' ', 0, 0)
                                            : QString();
    return text.isEmpty() ? QString::number(cores) : tr("%1, load %2", "cores").arg(QString::number(cores), text);
}

/// "41 GB of 64 GB free"
QString room(const Json &facts, const char *total, const char *free)
{
    const qint64 whole = intAt(facts, total), left = intAt(facts, free, -1);
    if (whole <= 0)
        return {};
    return left < 0 ? humanSize(whole) : tr("%1 of %2 free").arg(humanSize(left), humanSize(whole));
}

/// What the rung answered that told this fact.
QString answerAbout(const LadderReport &report, const char *fact)
{
    const auto rung = std::find_if(report.rungs.begin(), report.rungs.end(),
                                   [&](const RungResult &each) { return each.facts.contains(fact); });
    return rung == report.rungs.end() ? QString() : rung->answered;
}

} // namespace

std::vector<std::pair<QString, QString>> machineFacts(const LadderReport &report)
{
    std::vector<std::pair<QString, QString>> list;
    const Json &facts = report.facts;
    if (!facts.contains("cores")) {
        for (const RungResult &rung : report.rungs)
            list.emplace_back(rung.title, rung.answered.isEmpty() ? toText(rung.verdict) : rung.answered);
        return list;
    }
    const QString pythons = answerAbout(report, "pythons"), condas = answerAbout(report, "condaTools");
    const std::pair<QString, QString> all[] = {{tr("System"), systemOf(facts)},
                                               {tr("Cores"), coresOf(facts)},
                                               {tr("Memory"), room(facts, "memoryTotal", "memoryAvailable")},
                                               {tr("Disk"), room(facts, "diskTotal", "diskFree")},
                                               {tr("GPU"), answerAbout(report, "gpus")},
                                               {tr("Python"), pythons},
                                               {tr("Conda"), condas == pythons ? QString() : condas},
                                               {tr("Docker"), answerAbout(report, "dockerState")}};
    for (const auto &[label, value] : all) {
        if (!value.isEmpty())
            list.emplace_back(label, value);
    }
    return list;
}

QString placeOf(const LadderReport &report)
{
    const QString user = stringAt(report.facts, "user"), host = stringAt(report.facts, "hostName");
    return user.isEmpty() || host.isEmpty() ? QString() : user + u'@' + host;
}

} // namespace mooring
