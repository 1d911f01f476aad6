#include "core/azure/ml/targetnotes.h"
#include "core/base/clock.h"
#include "tests/support/mlbench.h"

#include <QProcess>

#include <cstdio>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLooks = 60;

MlWorkspace workspaceNamed(const QString &name)
{
    return {name, u"bench"_s, {}, MlWorkspace::parseId(QString::fromLatin1(MlService::workspacePath())).value()};
}

QDateTime begin() { return QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC); }

TargetRecord noteOf(const QString &name)
{
    TargetRecord note;
    note.name = name;
    note.kind = u"ssh"_s;
    note.identity = u"/x/"_s + name;
    return note;
}

/// This program again, as another Mooring on the same profile: looks every twenty minutes from a day on, each a stretch
/// of its own, and a note of a target beside each. Says each one that is durable.
int childMain(const QStringList &arguments)
{
    const auto profile = Profile::open(arguments.at(2));
    auto workspace = profile ? Workspace::open(*profile) : Result<std::unique_ptr<Workspace>>(profile.error());
    if (!workspace)
        return 2;
    UsageBook book(**workspace);
    TargetNotes notes(**workspace);
    const int day = arguments.at(3).toInt();
    for (int i = 0; i < kLooks; ++i) {
        const QDateTime time = begin().addDays(day).addSecs(i * 1200);
        if (!book.look(workspaceNamed(u"lab"_s), u"cpu"_s, time, day) ||
            !notes.save(workspaceNamed(u"lab"_s), noteOf(u"t%1-%2"_s.arg(day).arg(i))))
            return 1;
        std::puts(qPrintable(QString::number(i)));
        std::fflush(stdout);
    }
    return 0;
}

class Child : public QProcess
{
public:
    Child(const Profile &profile, int day)
    {
        setProcessChannelMode(QProcess::ForwardedErrorChannel);
        start(QCoreApplication::applicationFilePath(), {u"--child"_s, profile.folder(), QString::number(day)});
    }
};

} // namespace

/// What was seen of managed computes, in the store.
class TestUsageBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLookAtTheListIsKept()
    {
        MlBench bench;
        bench.service.computes[u"cpu"_s] = MlService::compute(u"cpu"_s, u"AmlCompute"_s, {}, {{"currentNodeCount", 3}});
        bench.service.computes[u"vm"_s] = MlService::compute(u"vm"_s, u"VirtualMachine"_s, u"/r"_s);
        const qint64 before = nowUtc().toMSecsSinceEpoch();
        MOORING_OK(bench.targets->targets({}));
        const auto seen = bench.targets->usage(u"CPU"_s); // names have no case
        MOORING_OK(seen);
        QCOMPARE(seen->stretches.size(), size_t(1));
        QCOMPARE(seen->stretches.front().nodes, 3);
        QVERIFY(seen->stretches.front().fromMs >= before);
        QVERIFY(bench.targets->usage(u"vm"_s)->stretches.empty()); // billed apart
        bench.service.computes[u"cpu"_s]["properties"]["properties"]["currentNodeCount"] = 1;
        MOORING_OK(bench.targets->targets({}));
        QCOMPARE(bench.targets->usage(u"cpu"_s)->stretches.size(), size_t(2));
        MOORING_OK(bench.targets->remove(u"cpu"_s, bench.context));
        QCOMPARE(bench.targets->usage(u"cpu"_s)->stretches.back().nodes, 0); // it is gone, and costs nothing
    }

    void mostLooksAreNotWritten()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        UsageBook book(*workspace);
        const MlWorkspace lab = workspaceNamed(u"lab"_s);
        MOORING_OK(book.look(lab, u"cpu"_s, begin(), 2));
        for (int second = 1; second < 119; ++second)
            MOORING_OK(book.look(lab, u"cpu"_s, begin().addSecs(second), 2));
        QCOMPARE(book.history(lab, u"cpu"_s)->stretches.front().toMs, begin().toMSecsSinceEpoch());
        MOORING_OK(book.look(lab, u"cpu"_s, begin().addSecs(120), 2));
        QCOMPARE(book.history(lab, u"cpu"_s)->stretches.front().toMs, begin().addSecs(120).toMSecsSinceEpoch());
    }

    void thePriceStaysWithTheCompute()
    {
        const TemporaryProfile place;
        {
            const auto workspace = place.open();
            UsageBook book(*workspace);
            MOORING_OK(book.look(workspaceNamed(u"lab"_s), u"cpu"_s, begin(), 2));
            MOORING_OK(book.setPrice(workspaceNamed(u"lab"_s), u"cpu"_s, NodePrice{1.5, u"EUR"_s}));
        }
        const auto workspace = place.open();
        UsageBook book(*workspace);
        const auto kept = book.history(workspaceNamed(u"other name"_s), u"cpu"_s);
        MOORING_OK(kept);
        QCOMPARE(kept->price, std::optional(NodePrice{1.5, u"EUR"_s}));
        QCOMPARE(kept->stretches.size(), size_t(1));
        QVERIFY(!book.history(workspaceNamed(u"lab"_s), u"gpu"_s)->price); // another compute
        MOORING_OK(book.setPrice(workspaceNamed(u"lab"_s), u"cpu"_s, {}));
        QVERIFY(!book.history(workspaceNamed(u"lab"_s), u"cpu"_s)->price);
        QCOMPARE(book.history(workspaceNamed(u"lab"_s), u"cpu"_s)->stretches.size(), size_t(1));
    }

    void twoProcessesLoseNothing()
    {
        const TemporaryProfile place;
        MOORING_OK(Workspace::open(place.profile));
        Child first(place.profile, 1), second(place.profile, 3);
        QTRY_VERIFY_WITH_TIMEOUT(first.state() == QProcess::NotRunning && second.state() == QProcess::NotRunning,
                                 60000);
        QCOMPARE(first.exitCode(), 0);
        QCOMPARE(second.exitCode(), 0);
        const auto workspace = place.open();
        const auto kept = UsageBook(*workspace).history(workspaceNamed(u"lab"_s), u"cpu"_s);
        MOORING_OK(kept);
        QCOMPARE(kept->stretches.size(), size_t(2 * kLooks));
        QCOMPARE(TargetNotes(*workspace).all(workspaceNamed(u"lab"_s))->size(), size_t(2 * kLooks));
    }

    void killedWhileWriting()
    {
        const TemporaryProfile place;
        MOORING_OK(Workspace::open(place.profile));
        Child child(place.profile, 1);
        QTRY_VERIFY_WITH_TIMEOUT(child.canReadLine(), 20000);
        child.kill();
        QVERIFY(child.state() == QProcess::NotRunning || child.waitForFinished());
        const auto said = child.readAll().count('\n');
        const auto workspace = place.open();
        const auto kept = UsageBook(*workspace).history(workspaceNamed(u"lab"_s), u"cpu"_s);
        MOORING_OK(kept);
        QVERIFY2(qsizetype(kept->stretches.size()) >= said, qPrintable(QString::number(said)));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == u"--child")
        return childMain(app.arguments());
    TestUsageBook test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_usagebook.moc"
