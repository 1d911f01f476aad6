#include "tests/bench/race.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

#include <cstdio>
#include <cstdlib>

using namespace mooring::bench;
using namespace Qt::StringLiterals;

namespace {

QString word(Verdict verdict)
{
    return verdict == Verdict::Passed ? u"passed"_s : verdict == Verdict::Failed ? u"FAILED"_s : u"skipped"_s;
}

void print(const std::vector<Finding> &findings)
{
    for (const Finding &finding : findings)
        std::printf("| %s | %s | %s | %s | %s | %s |\n", qPrintable(finding.what), qPrintable(finding.ours),
                    qPrintable(finding.peer), qPrintable(finding.result), qPrintable(finding.target),
                    qPrintable(word(finding.verdict)));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 4 && QByteArrayView(argv[1]) == "--write") // the writer of "follow", without a window
        return writeLines(QString::fromLocal8Bit(argv[2]), std::atoi(argv[3]), std::atoi(argv[4]));
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Races against peers on this machine. Names: open follow start workspace upload check docker load; none: all."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"name"_s, u"What to measure"_s, u"[name…]"_s);
    parser.addOptions(
        {{u"dir"_s, u"Folder for the files that are made (several GB)."_s, u"folder"_s, QDir::tempPath()},
         {u"pairs"_s, u"Pairs of each race."_s, u"n"_s, u"5"_s},
         {u"log-bytes"_s, u"Size of the log."_s, u"n"_s, u"1060000000"_s},
         {u"runs"_s, u"Runs in the workspace."_s, u"n"_s, u"100000"_s},
         {u"log-lines"_s, u"Lines of the container's log."_s, u"n"_s, u"1000000"_s},
         {u"mooring"_s, u"The executable whose start is measured."_s, u"file"_s, QStringLiteral(MOORING_BINARY)}});
    parser.process(app);
    const Options options{parser.value(u"dir"_s),
                          qMax(parser.value(u"pairs"_s).toInt(), 1),
                          parser.value(u"log-bytes"_s).toLongLong(),
                          parser.value(u"mooring"_s),
                          qMax(parser.value(u"runs"_s).toInt(), 1),
                          qMax(parser.value(u"log-lines"_s).toLongLong(), 1)};
    const QStringList names = parser.positionalArguments();
    std::vector<Finding> all;
    const auto run = [&](const QString &name, const auto &bench) {
        if (!names.isEmpty() && !names.contains(name))
            return;
        std::printf("%s …\n", qPrintable(name));
        std::fflush(stdout);
        const auto findings = bench(options);
        print(findings);
        all.insert(all.end(), findings.begin(), findings.end());
    };
    run(u"open"_s, benchOpen);
    run(u"follow"_s, benchFollow);
    run(u"start"_s, benchStart);
    run(u"workspace"_s, benchWorkspace);
    run(u"upload"_s, benchUpload);
    run(u"check"_s, benchCheck);
    run(u"load"_s, benchLoad);
    run(u"docker"_s, benchDocker); // last: it takes this process into a network of its own
    std::printf("\n| what | ours | peer | result | target | verdict |\n|---|---|---|---|---|---|\n");
    print(all);
    for (const Finding &finding : all) {
        if (finding.verdict == Verdict::Failed)
            return 1;
    }
    return 0;
}
