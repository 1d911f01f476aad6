#include "tests/support/followedrun.h"

#include <QDeadlineTimer>

namespace mooring::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RunRecord waitForEnd(RunService &service, const QString &id, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    RunRecord run;
    do {
        run = service.refresh(id, {}).valueOr({});
    } while (!isEnded(run.state) && !deadline.hasExpired() && !CancelToken().waitFor(50ms));
    return run;
}

QByteArray logOf(RunService &service, RunHost &host, const RunRecord &run)
{
    const auto path = service.logPath(run, u"std"_s);
    return path ? host.readFile(*path, 0, 1 << 24, {}).valueOr("?") : QByteArray("no log");
}

} // namespace mooring::test
