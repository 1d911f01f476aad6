#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace mooring::bench {

enum class Verdict { Passed, Failed, Skipped };

/// One line of the table.
struct Finding
{
    QString what;
    QString ours;
    QString peer; ///< empty: none
    QString result;
    QString target;
    Verdict verdict = Verdict::Skipped;
};

/// Milliseconds of one try; nothing: it could not be done here.
using Try = std::function<std::optional<double>()>;

struct Race
{
    std::vector<double> a;
    std::vector<double> b;
    bool complete = false;

    double medianA() const;
    double medianB() const;
    /// Median of a/b of each pair.
    double ratio() const;
};

/// A B A B …; one pair before that is not counted.
Race race(const Try &a, const Try &b, int pairs);
double median(std::vector<double> values);
QString ms(double value);

struct Options
{
    QString folder; ///< for the files that are made, several GB
    int pairs = 5;
    qint64 logBytes = 1'060'000'000;
    QString mooring; ///< the executable whose start is measured
    int runs = 100'000;
    qint64 logLines = 1'000'000; ///< of a container
};

std::vector<Finding> benchOpen(const Options &options);
std::vector<Finding> benchFollow(const Options &options);
std::vector<Finding> benchStart(const Options &options);
std::vector<Finding> benchWorkspace(const Options &options);
std::vector<Finding> benchUpload(const Options &options);
std::vector<Finding> benchCheck(const Options &options);
std::vector<Finding> benchDocker(const Options &options);
std::vector<Finding> benchLoad(const Options &options);

/// Starts a program that calls reportFirstPaint(); milliseconds from before the start, as it printed them.
std::optional<double> firstPaintOf(const QString &program, const QStringList &arguments);
/// Writes lines at a steady rate for a while: what `mooring_bench --write` does in a process of its own.
int writeLines(const QString &path, int linesPerSecond, int seconds);

} // namespace mooring::bench
