#pragma once

#include "core/base/files.h"
#include "core/runs/runservice.h"

#include <QDir>

namespace mooring::test {

/// A RunBook that survives kill -9: one file for each run, whole or not at all.
class FolderRunBook : public RunBook
{
public:
    explicit FolderRunBook(const QString &folder) : m_folder(folder) { QDir().mkpath(folder); }

    Result<> saveRun(const RunRecord &run) override
    {
        return writeFileAtomically(pathOf(run.id), toBytes(run.toStoreJson()));
    }
    Result<RunRecord> findRun(const QString &id) override
    {
        auto bytes = readWholeFile(pathOf(id));
        if (!bytes)
            return Error::usage(QStringLiteral("run.unknown"), bytes.error().message);
        return RunRecord::fromStoreJson(Json::parse(bytes->begin(), bytes->end(), nullptr, false));
    }
    Result<std::vector<RunRecord>> liveRuns() override
    {
        std::vector<RunRecord> live;
        for (const RunRecord &run : all()) {
            if (!isEnded(run.state))
                live.push_back(run);
        }
        return live;
    }
    Result<QString> nextRunName(const QString &stem) override { return stem; }

    std::vector<RunRecord> all()
    {
        std::vector<RunRecord> runs;
        for (const QString &name : QDir(m_folder).entryList({QStringLiteral("*.json")}, QDir::Files)) {
            if (auto run = findRun(name.chopped(5)))
                runs.push_back(*run);
        }
        return runs;
    }

private:
    QString pathOf(const QString &id) const { return m_folder + u'/' + id + QStringLiteral(".json"); }
    QString m_folder;
};

} // namespace mooring::test
