#include "ui/runs/rundifferences.h"

#include "ui/runs/runtext.h"
#include "ui/workspace/workspacecontent.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunDifferences", text); }

using Values = std::vector<std::pair<QString, QString>>;

Values valuesOf(const RunRecord &run, const RunMetrics &metrics, const KindRegistry &kinds)
{
    Values values;
    for (const auto &[name, value] : metrics.params)
        values.emplace_back(name, value);
    for (const auto &[name, value] : run.settings.variables)
        values.emplace_back(name, value);
    values.emplace_back(tr("Arguments"), run.settings.arguments.join(u' '));
    values.emplace_back(tr("Target"), targetTitle(run.settings.target, kinds));
    values.emplace_back(tr("Environment"), environmentText(run.settings));
    values.emplace_back(tr("Snapshot"), stringAt(run.snapshot, "sha256").left(7));
    return values;
}

/// The value that most have; the first one's when all are different.
QString commonValue(const QStringList &values)
{
    QString best = values.front();
    for (const QString &value : values) {
        if (values.count(value) > values.count(best))
            best = value;
    }
    return best;
}

} // namespace

RunDifferences compareRuns(const std::vector<RunRecord> &runs,
                           const std::vector<std::shared_ptr<const RunMetrics>> &metrics, const KindRegistry &kinds)
{
    QStringList names; // in the order in which they turn up
    std::vector<std::map<QString, QString>> tables;
    for (size_t i = 0; i < runs.size(); ++i) {
        static const RunMetrics none;
        std::map<QString, QString> table;
        for (const auto &[name, value] :
             valuesOf(runs[i], i < metrics.size() && metrics[i] ? *metrics[i] : none, kinds)) {
            if (!names.contains(name))
                names << name;
            table[name] = value;
        }
        tables.push_back(std::move(table));
    }
    RunDifferences result;
    result.compared = int(names.size());
    for (const QString &name : names) {
        RunDifference row{name, {}, {}};
        for (const auto &table : tables) {
            const auto found = table.find(name);
            row.values << (found == table.end() || found->second.isEmpty() ? QStringLiteral("–") : found->second);
        }
        const QString common = commonValue(row.values);
        for (const QString &value : row.values)
            row.differs.push_back(value != common);
        if (std::find(row.differs.begin(), row.differs.end(), true) != row.differs.end())
            result.rows.push_back(std::move(row));
    }
    return result;
}

QStringList shortNames(const QStringList &names)
{
    if (names.size() < 2)
        return names;
    qsizetype common = names.front().size();
    for (const QString &name : names) {
        const auto end = std::mismatch(name.begin(), name.end(), names.front().begin(), names.front().end()).first;
        common = std::min(common, qsizetype(end - name.begin()));
    }
    while (common > 0 && !QStringView(u"-_./ ").contains(names.front()[common - 1]))
        --common;
    QStringList shorter;
    for (const QString &name : names)
        shorter << name.mid(common);
    return shorter.contains(QString()) ? names : shorter;
}

} // namespace mooring
