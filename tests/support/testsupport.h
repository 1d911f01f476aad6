#pragma once

#include "core/jobs/jobcontext.h"

#include <QTest>

#include <vector>

namespace mooring::test {

/// A job context without a thread: keeps what was logged.
class RecordingContext : public JobContext
{
public:
    using JobContext::JobContext;
    std::vector<LogLine> lines;
    QStringList steps;
    QString text() const;

protected:
    void onLine(const LogLine &line) override { lines.push_back(line); }
    void onStep(const QString &title) override { steps << title; }
};

/// True in CI, where a missing part is a failure and not a skip.
bool inCi();

} // namespace mooring::test

/// A part that this machine does not have: skipped with its reason for a user, a failure in CI.
#define MOORING_NEEDS(condition, reason)                                                                               \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            if (mooring::test::inCi())                                                                                 \
                QFAIL("missing in CI: " reason);                                                                       \
            QSKIP(reason);                                                                                             \
        }                                                                                                              \
    } while (false)

/// The value of a Result, or a failed test that prints the error.
#define MOORING_OK(result)                                                                                             \
    do {                                                                                                               \
        const auto &mooringResult = (result);                                                                          \
        QVERIFY2(mooringResult.ok(),                                                                                   \
                 mooringResult.ok()                                                                                    \
                     ? ""                                                                                              \
                     : qPrintable(mooringResult.error().code + QStringLiteral(": ") + mooringResult.error().text()));  \
    } while (false)
