#include "tests/support/workspacesupport.h"

#include "core/base/clock.h"
#include "core/workspace/runrow.h"
#include "core/workspace/sqlconnection.h"

#include <QDir>
#include <QFileInfo>

namespace mooring::test {

using namespace Qt::StringLiterals;

namespace {

QString place()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/mooring-test-XXXXXX"_s;
}

} // namespace

TemporaryProfile::TemporaryProfile() : folder(place()), profile(Profile::open(folder.path() + u"/profile"_s).value()) {}

RunRecord sampleRun(int n)
{
    static constexpr RunState states[] = {RunState::Completed, RunState::Completed, RunState::Failed,
                                          RunState::Canceled, RunState::Running};
    RunRecord run;
    run.id = u"train-20260101-000000-%1"_s.arg(n, 6, 36, QLatin1Char('0'));
    run.name = u"train-%1"_s.arg(n, 3, 10, QLatin1Char('0'));
    run.settings.source = u"/home/somebody/bearing"_s;
    run.settings.script = n % 7 == 0 ? u"evaluate.py"_s : u"train.py"_s;
    run.settings.experiment = u"experiment-%1"_s.arg(n % 13);
    run.settings.target = n % 3 == 0 ? u"lab"_s : u"local"_s;
    run.state = n < 20 ? states[n % 5] : states[n % 4]; // of a long history hardly anything still runs
    run.createdAt = fromEpochMs(1'767'225'600'000 + qint64(n) * 61'000);
    run.startedAt = run.createdAt->addMSecs(800);
    if (isEnded(run.state)) {
        run.endedAt = run.startedAt->addMSecs(1000 + n * 37 % 100'000);
        run.exitCode = run.state == RunState::Completed ? 0 : 1;
        run.phases.push_back({{"phase", "run"},
                              {"startedAt", toStd(toIso(*run.startedAt))},
                              {"endedAt", toStd(toIso(*run.endedAt))},
                              {"note", nullptr}});
    }
    if (run.state == RunState::Failed)
        run.reason = u"The script ended with exit code 1."_s;
    run.snapshot = {{"files", 3 + n % 40},
                    {"totalSize", 1000 + n},
                    {"sha256", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}};
    run.environment = {
        {"kind", "venv"}, {"key", "3f2a90b1c4d5"}, {"python", "/usr/bin/python3"}, {"reason", "reused: same content"}};
    run.host = u"workbench"_s;
    run.pid = 1000 + n % 30'000;
    return run;
}

Result<> fillWithRuns(const Profile &profile, int count)
{
    if (auto made = Workspace::open(profile); !made)
        return made.error();
    auto connection = SqlConnection::open(profile.databasePath(), SqlConnection::Mode::ReadWrite);
    if (!connection)
        return connection.error();
    return (*connection)->transaction([&]() -> Result<> {
        for (int n = 0; n < count; ++n) {
            if (auto done = RunRow::fromRecord(sampleRun(n)).insert(**connection); !done)
                return done;
        }
        return {};
    });
}

} // namespace mooring::test
