#include "core/targets/local/localhost.h"
#include "core/targets/targetservice.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

class MemoryBook : public TargetBook
{
public:
    std::vector<TargetRecord> kept;
    bool isFull = false;

    Result<std::vector<TargetRecord>> targets() override { return kept; }
    Result<TargetRecord> findTarget(const QString &name) override
    {
        for (const TargetRecord &target : kept) {
            if (target.name == name)
                return target;
        }
        return Error::usage(u"target.unknown"_s, u"There is no target named %1."_s.arg(name));
    }
    Result<> saveTarget(const TargetRecord &target) override
    {
        if (isFull)
            return Error::failed(u"workspace.full"_s, u"The disk is full."_s);
        std::erase_if(kept, [&](const TargetRecord &t) { return t.name == target.name; });
        kept.push_back(target);
        return {};
    }
    Result<> removeTarget(const QString &name) override
    {
        std::erase_if(kept, [&](const TargetRecord &t) { return t.name == name; });
        return {};
    }
};

class MemorySecrets : public CredentialStore
{
public:
    std::map<QString, QByteArray> kept;
    Kept where = Kept::Keychain;
    QStringList held;

    State probe(const CancelToken &) override { return State::Ready; }
    State lastState() const override { return State::Ready; }
    Result<Kept> write(const QString &key, const QByteArray &secret, const CancelToken &) override
    {
        kept[key] = secret;
        return where;
    }
    Result<> hold(const QString &key, const QByteArray &secret) override
    {
        kept[key] = secret;
        held << key;
        return {};
    }
    std::atomic<int> reads = 0;
    std::function<void()> onRead;
    Result<QByteArray> read(const QString &key, const CancelToken &) override
    {
        ++reads;
        if (onRead)
            onRead();
        if (!kept.contains(key))
            return Error::failed(u"credentials.missing"_s, u"There is no such secret."_s);
        return kept[key];
    }
    Result<> remove(const QString &key, const CancelToken &) override
    {
        kept.erase(key);
        return {};
    }
};

/// A machine that tells its id in the second rung and lets the third be decided by the test.
class MachineKind : public TargetKind
{
public:
    std::function<RungResult(const Json &, JobContext &)> third = [](const Json &, JobContext &) {
        return RungResult::of(Verdict::Passed, {}, u"fine"_s);
    };
    mutable QStringList ran;
    mutable QByteArray seenSecret;

    QString id() const override { return u"machine"_s; }
    QString title() const override { return u"Machine"_s; }
    QString summary() const override { return {}; }
    QString iconName() const override { return {}; }
    Capabilities capabilities() const override { return {true, false, {}, {}}; }
    std::vector<Field> fields() const override
    {
        return {{u"address"_s, u"Address"_s, {}, Field::Type::Text, true, {}, {}, {}, {}},
                {u"password"_s, u"Password"_s, {}, Field::Type::Secret, false, {}, {}, {}, {}}};
    }
    std::vector<Rung> ladder(const FormValues &values) const override
    {
        seenSecret = values.secret(u"password"_s);
        const QString machine = values.value(u"address"_s).section(u'.', 0, 0); // two addresses of one machine
        return {{u"connect"_s,
                 u"Connect"_s,
                 [this](const Json &, JobContext &) {
                     ran << u"connect"_s;
                     return RungResult::of(Verdict::Passed, u"connect"_s, u"open"_s);
                 },
                 false,
                 {}},
                {u"identity"_s,
                 u"Identity"_s,
                 [this, machine](const Json &, JobContext &) {
                     ran << u"identity"_s;
                     return RungResult::of(Verdict::Passed, {}, machine).withFacts({{"machine", toStd(machine)}});
                 },
                 false,
                 {}},
                {u"work"_s,
                 u"Work"_s,
                 [this](const Json &facts, JobContext &context) {
                     ran << u"work"_s;
                     return third(facts, context);
                 },
                 false,
                 {}}};
    }
    QString identity(const FormValues &, const Json &facts) const override { return stringAt(facts, "machine"); }
    Result<std::shared_ptr<RunHost>> makeRunHost(const FormValues &, const Json &) const override
    {
        return Error::failed(u"none"_s, u"None."_s);
    }
};

/// Machines that can run something, and count how often one was made.
class RunningKind : public MachineKind
{
public:
    mutable int made = 0;
    mutable QByteArray madeWith;

    Result<std::shared_ptr<RunHost>> makeRunHost(const FormValues &values, const Json &) const override
    {
        ++made;
        madeWith = values.secret(u"password"_s);
        return std::shared_ptr<RunHost>(std::make_shared<LocalHost>(u"/none/runs"_s, u"/none/environments"_s));
    }
};

class HereKind : public MachineKind
{
public:
    QString id() const override { return u"here"_s; }
    std::vector<Field> fields() const override { return {}; }
    bool attachable() const override { return false; }
    std::optional<TargetRecord> builtinTarget() const override
    {
        TargetRecord record;
        record.name = record.kind = record.identity = id();
        return record;
    }
    std::vector<Rung> ladder(const FormValues &) const override
    {
        return {{u"look"_s,
                 u"Look"_s,
                 [](const Json &, JobContext &) { return RungResult::of(Verdict::Passed, {}, {}); },
                 false,
                 {}}};
    }
};

class ElsewhereKind : public MachineKind
{
public:
    QString id() const override { return u"elsewhere"_s; }
    bool needsAzureMl() const override { return true; }
};

struct Bench
{
    MemoryBook book;
    MemorySecrets secrets;
    KindRegistry kinds;
    MachineKind *machine = nullptr;
    TargetService service{kinds, book, secrets};
    test::RecordingContext context;

    explicit Bench(std::unique_ptr<MachineKind> kind = std::make_unique<MachineKind>())
    {
        kinds.add(std::make_unique<HereKind>());
        kinds.add(std::make_unique<ElsewhereKind>());
        machine = kind.get();
        kinds.add(std::move(kind));
    }
    AttachRequest request(const QString &name, const QString &address)
    {
        AttachRequest request;
        request.kind = u"machine"_s;
        request.name = name;
        request.values = FormValues(machine->fields());
        (void)request.values.set(u"address"_s, address);
        return request;
    }
    Result<CheckOutcome> attach(const AttachRequest &request) { return service.attach(request, context, {}); }
};

} // namespace

class TestTargetService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void attachKeepsReportAndLog()
    {
        Bench bench;
        auto request = bench.request(u"box"_s, u"m1.lan"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        const auto outcome = bench.attach(request);
        MOORING_OK(outcome);
        QVERIFY(outcome->attached);
        QCOMPARE(bench.book.kept.size(), size_t(1));
        const TargetRecord &kept = bench.book.kept[0];
        QCOMPARE(kept.identity, u"m1"_s);
        QCOMPARE(kept.state(), u"ready"_s);
        QVERIFY(kept.attachedAt.has_value());
        QCOMPARE(kept.lastCheck->rungs.size(), size_t(3));
        QVERIFY2(kept.log.contains(u"Z connect connect\n"_s), qPrintable(kept.log));
        QCOMPARE(toBytes(kept.settings), QByteArray(R"({"address":"m1.lan","password":{"stored":true}})"));
        QCOMPARE(bench.secrets.kept.size(), size_t(1));
        QVERIFY(!toBytes(kept.toStoreJson()).contains("hunter22"));
        QVERIFY(bench.context.text().contains(u"connect"_s)); // the caller's log has it too
    }

    void duplicateStopsBeforeItIsTouched()
    {
        Bench bench;
        MOORING_OK(bench.attach(bench.request(u"box"_s, u"m1.lan"_s)));
        bench.machine->ran.clear();
        auto request = bench.request(u"other"_s, u"m1.wan"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        const auto outcome = bench.attach(request);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::AlreadyAttached);
        QCOMPARE(stringAt(outcome.error().detail, "target"), u"box"_s);
        QCOMPARE(bench.machine->ran, (QStringList{u"connect"_s, u"identity"_s})); // and not "work"
        QCOMPARE(bench.book.kept.size(), size_t(1));
        QVERIFY(bench.secrets.kept.empty());
    }

    void wrongInput_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("skip");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown kind") << u"machin"_s << u"b"_s << u"m2"_s << QStringList() << u"kind.unknown"_s;
        QTest::newRow("kind of Azure ML")
            << u"elsewhere"_s << u"b"_s << u"m2"_s << QStringList() << u"kind.needsAzureMl"_s;
        QTest::newRow("not attachable") << u"here"_s << u"b"_s << u"m2"_s << QStringList() << u"kind.notAttachable"_s;
        QTest::newRow("bad name") << u"machine"_s << u"a/b"_s << u"m2"_s << QStringList() << u"target.badName"_s;
        QTest::newRow("empty name") << u"machine"_s << QString() << u"m2"_s << QStringList() << u"target.badName"_s;
        QTest::newRow("name taken") << u"machine"_s << u"box"_s << u"m2"_s << QStringList() << u"target.nameTaken"_s;
        QTest::newRow("builtin's name") << u"machine"_s << u"here"_s << u"m2"_s << QStringList()
                                        << u"target.nameTaken"_s;
        QTest::newRow("bad form") << u"machine"_s << u"b"_s << QString() << QStringList() << u"field.invalid"_s;
        QTest::newRow("unknown rung") << u"machine"_s << u"b"_s << u"m2"_s << QStringList{u"wrk"_s}
                                      << u"rung.unknown"_s;
    }
    void wrongInput()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(QString, address);
        QFETCH(QStringList, skip);
        Bench bench;
        MOORING_OK(bench.attach(bench.request(u"box"_s, u"m1"_s)));
        bench.machine->ran.clear();
        auto request = bench.request(name, address);
        request.kind = kind;
        request.skipRungs = skip;
        const auto outcome = bench.attach(request);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Usage);
        QTEST(outcome.error().code, "code");
        QVERIFY(bench.machine->ran.isEmpty());
        QCOMPARE(bench.book.kept.size(), size_t(1));
    }

    void aFailedLadderKeepsNothing()
    {
        Bench bench;
        bench.machine->third = [](const Json &, JobContext &) {
            auto result = RungResult::of(Verdict::Failed, {}, u"refused"_s);
            result.failure = ErrorKind::SignIn;
            return result;
        };
        const auto outcome = bench.attach(bench.request(u"box"_s, u"m1"_s));
        MOORING_OK(outcome);
        QVERIFY(!outcome->attached);
        QCOMPARE(outcome->report.failure(), std::optional(ErrorKind::SignIn));
        QVERIFY(bench.book.kept.empty());
    }

    void oneRungAgainTakesTheRestFromBefore()
    {
        Bench bench;
        bool broken = true;
        bench.machine->third = [&broken](const Json &facts, JobContext &) {
            return RungResult::of(broken ? Verdict::Failed : Verdict::Passed, {}, stringAt(facts, "machine"));
        };
        auto request = bench.request(u"box"_s, u"m1.lan"_s);
        const auto failed = bench.attach(request);
        MOORING_OK(failed);
        QVERIFY(!failed->attached);
        broken = false;
        bench.machine->ran.clear();
        request.rungAgain = u"work"_s;
        request.earlier = failed->report;
        const auto again = bench.attach(request);
        MOORING_OK(again);
        QVERIFY(again->attached);
        QCOMPARE(bench.machine->ran, QStringList{u"work"_s});
        QCOMPARE(again->report.rungs.size(), size_t(1));
        QCOMPARE(again->report.rungs[0].answered, u"m1"_s); // it saw the facts of before
        const TargetRecord kept = *bench.book.findTarget(u"box"_s);
        QCOMPARE(kept.lastCheck->rungs.size(), size_t(3));
        QCOMPARE(kept.identity, u"m1"_s);
    }

    void whatWasNeverReachedRunsWithTheRungBeforeIt()
    {
        Bench bench;
        auto request = bench.request(u"box"_s, u"m1"_s);
        request.rungAgain = u"identity"_s;
        request.earlier.rungs = {RungResult::of(Verdict::Passed, {}, {})};
        request.earlier.rungs[0].id = u"connect"_s;
        const auto outcome = bench.attach(request);
        MOORING_OK(outcome);
        QCOMPARE(bench.machine->ran, (QStringList{u"identity"_s, u"work"_s}));
        QVERIFY(outcome->attached);
        request = bench.request(u"other"_s, u"m2"_s);
        request.rungAgain = u"nonsense"_s;
        QCOMPARE(bench.attach(request).error().code, u"rung.unknown"_s);
    }

    void secretsOfTheSessionAreOnlyHeld()
    {
        Bench bench;
        auto request = bench.request(u"box"_s, u"m1"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        request.sessionSecrets = QStringList{u"password"_s};
        MOORING_OK(bench.attach(request));
        QCOMPARE(bench.secrets.held, QStringList{u"target/box/password"_s});
        QVERIFY(!boolAt(bench.book.findTarget(u"box"_s)->settings["password"], "stored", true));
        MOORING_OK(bench.service.check(u"box"_s, {}, {}, bench.context, {}));
        QCOMPARE(bench.machine->seenSecret, QByteArray("hunter22"));
    }

    void skippedRungsAndUnchecked()
    {
        Bench bench;
        bench.machine->third = [](const Json &, JobContext &) { return RungResult::of(Verdict::Failed, {}, {}); };
        auto request = bench.request(u"box"_s, u"m1"_s);
        request.skipRungs = QStringList{u"work"_s};
        const auto skipped = bench.attach(request);
        MOORING_OK(skipped);
        QVERIFY(skipped->attached);
        QCOMPARE(toWord(skipped->report.rungs[2].verdict), u"skipped"_s);

        bench.machine->ran.clear();
        auto unchecked = bench.request(u"far"_s, u"m2"_s);
        unchecked.check = false;
        MOORING_OK(bench.attach(unchecked));
        QVERIFY(bench.machine->ran.isEmpty());
        QCOMPARE(bench.book.findTarget(u"far"_s)->state(), u"unknown"_s);
        QVERIFY(bench.book.findTarget(u"far"_s)->identity.isEmpty());
    }

    void cancelKeepsNothing()
    {
        Bench bench;
        CancelToken cancel;
        bench.machine->third = [](const Json &, JobContext &context) {
            context.cancelToken().waitFor(std::chrono::seconds(30));
            return RungResult::of(Verdict::Failed, {}, {});
        };
        test::RecordingContext context(cancel);
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            cancel.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const auto outcome = bench.service.attach(bench.request(u"box"_s, u"m1"_s), context, {});
        later.join();
        QVERIFY(timer.elapsed() < 10000);
        QCOMPARE(outcome.error().kind, ErrorKind::Canceled);
        QVERIFY(bench.book.kept.empty());
    }

    void aFullDiskLeavesNoSecret()
    {
        Bench bench;
        bench.book.isFull = true;
        auto request = bench.request(u"box"_s, u"m1"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        QCOMPARE(bench.attach(request).error().code, u"workspace.full"_s);
        QVERIFY(bench.secrets.kept.empty());
    }

    void checkAllAndOne()
    {
        Bench bench;
        MOORING_OK(bench.attach(bench.request(u"box"_s, u"m1"_s)));
        bench.machine->third = [](const Json &, JobContext &) {
            return RungResult::of(Verdict::Warned, {}, u"slow"_s);
        };
        bench.machine->ran.clear();
        const auto one = bench.service.check(u"box"_s, {u"work"_s}, {}, bench.context, {});
        MOORING_OK(one);
        QCOMPARE(bench.machine->ran, QStringList{u"work"_s});
        QCOMPARE(one->report.rungs.size(), size_t(1));
        const auto kept = bench.book.findTarget(u"box"_s);
        QCOMPARE(kept->lastCheck->rungs.size(), size_t(3)); // the others as they were
        QCOMPARE(kept->state(), u"warning"_s);
        QVERIFY(kept->log.contains(u"open"_s) && kept->log.contains(u"slow"_s));

        bench.machine->third = [](const Json &, JobContext &) {
            return RungResult::of(Verdict::Passed, {}, u"quick"_s);
        };
        MOORING_OK(bench.service.check(u"box"_s, {}, {}, bench.context, {}));
        QCOMPARE(bench.book.findTarget(u"box"_s)->state(), u"ready"_s);
        QVERIFY(!bench.book.findTarget(u"box"_s)->log.contains(u"slow"_s)); // of the last check only

        QCOMPARE(bench.service.check(u"box"_s, {u"wrok"_s}, {}, bench.context, {}).error().fix,
                 u"Did you mean work?"_s);
        QCOMPARE(bench.service.check(u"nobody"_s, {}, {}, bench.context, {}).error().code, u"target.unknown"_s);
    }

    void aFailedCheckForgetsNoFacts()
    {
        Bench bench;
        bench.machine->third = [](const Json &, JobContext &) {
            return RungResult::of(Verdict::Passed, {}, {}).withFacts({{"home", "/home/a"}, {"cores", 4}});
        };
        MOORING_OK(bench.attach(bench.request(u"box"_s, u"m1"_s)));
        bench.machine->third = [](const Json &, JobContext &) {
            auto result = RungResult::of(Verdict::Failed, {}, u"no answer"_s).withFacts({{"cores", 8}, {"key", "new"}});
            result.question = u"key"_s;
            return result;
        };
        MOORING_OK(bench.service.check(u"box"_s, {}, {}, bench.context, {}));
        const auto failed = bench.book.findTarget(u"box"_s);
        QCOMPARE(failed->state(), u"failed"_s);
        QCOMPARE(stringAt(failed->lastCheck->facts, "home"), u"/home/a"_s);
        QCOMPARE(intAt(failed->lastCheck->facts, "cores"), 8);
        QVERIFY(!failed->lastCheck->facts.contains("key")); // nobody has decided it yet
        QCOMPARE(stringAt(failed->lastCheck->find(u"work"_s)->facts, "key"), u"new"_s);
        bench.machine->third = [](const Json &, JobContext &) { return RungResult::of(Verdict::Passed, {}, {}); };
        MOORING_OK(bench.service.check(u"box"_s, {}, {}, bench.context, {}));
        QVERIFY(!bench.book.findTarget(u"box"_s)->lastCheck->facts.contains("home")); // it came to its end without one
    }

    void aCanceledCheckChangesNothing()
    {
        Bench bench;
        MOORING_OK(bench.attach(bench.request(u"box"_s, u"m1"_s)));
        const QByteArray before = toBytes(bench.book.kept[0].toStoreJson());
        CancelToken cancel;
        cancel.cancel();
        test::RecordingContext context(cancel);
        QCOMPARE(bench.service.check(u"box"_s, {}, {}, context, {}).error().kind, ErrorKind::Canceled);
        QCOMPARE(toBytes(bench.book.kept[0].toStoreJson()), before);
    }

    void checkUsesStoredAndGivenSecrets()
    {
        Bench bench;
        auto request = bench.request(u"box"_s, u"m1"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        MOORING_OK(bench.attach(request));
        MOORING_OK(bench.service.check(u"box"_s, {}, {}, bench.context, {}));
        QCOMPARE(bench.machine->seenSecret, QByteArray("hunter22"));
        MOORING_OK(bench.service.check(u"box"_s, {}, {{u"password"_s, "typed-in"}}, bench.context, {}));
        QCOMPARE(bench.machine->seenSecret, QByteArray("typed-in"));
        QCOMPARE(bench.secrets.kept.begin()->second, QByteArray("hunter22")); // not kept

        bench.secrets.kept.clear();
        QCOMPARE(bench.service.check(u"box"_s, {}, {}, bench.context, {}).error().code, u"credentials.missing"_s);
    }

    void secretsOfAnEndedSessionAreNoError()
    {
        Bench bench;
        bench.secrets.where = CredentialStore::Kept::Memory;
        auto request = bench.request(u"box"_s, u"m1"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        MOORING_OK(bench.attach(request));
        QCOMPARE(toBytes(bench.book.kept[0].settings["password"]), QByteArray(R"({"stored":false})"));
        bench.secrets.kept.clear();
        MOORING_OK(bench.service.check(u"box"_s, {}, {}, bench.context, {}));
        QVERIFY(bench.machine->seenSecret.isEmpty());
    }

    void detachForgetsTheSecretToo()
    {
        Bench bench;
        auto request = bench.request(u"box"_s, u"m1"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        MOORING_OK(bench.attach(request));
        const auto report = bench.service.detach(u"box"_s, {}, bench.context);
        MOORING_OK(report);
        QCOMPARE(report->removed.size(), 2);
        QVERIFY(report->left.isEmpty());
        QVERIFY(bench.book.kept.empty());
        QVERIFY(bench.secrets.kept.empty());
        QCOMPARE(bench.service.detach(u"box"_s, {}, bench.context).error().code, u"target.unknown"_s);
        MOORING_OK(bench.attach(bench.request(u"box"_s, u"m1"_s))); // free again
    }

    void whatIsAlwaysThere()
    {
        Bench bench;
        QCOMPARE(bench.service.targets()->size(), size_t(1)); // even before anything was written
        MOORING_OK(bench.service.ensureBuiltinTargets());
        MOORING_OK(bench.service.ensureBuiltinTargets());
        QCOMPARE(bench.book.kept.size(), size_t(1));
        QCOMPARE(bench.service.targets()->size(), size_t(1));
        QCOMPARE(bench.service.detach(u"here"_s, {}, bench.context).error().code, u"target.builtin"_s);
        MOORING_OK(bench.service.check(u"here"_s, {}, {}, bench.context, {}));
        MOORING_OK(bench.attach(bench.request(u"box"_s, u"m1"_s)));
        QCOMPARE(bench.service.targets()->at(0).name, u"here"_s);
        QCOMPARE(bench.service.ladderOf(u"here"_s)->size(), size_t(1));
    }

    void hostOfATarget()
    {
        Bench bench;
        MOORING_OK(bench.attach(bench.request(u"box"_s, u"m1"_s)));
        const auto host = bench.service.hostFunction();
        QCOMPARE(host(u"box"_s).error().code, u"none"_s);
        QCOMPARE(host(u"nobody"_s).error().code, u"target.unknown"_s);
    }

    void oneHostUntilTheRecordChanges()
    {
        auto kind = std::make_unique<RunningKind>();
        RunningKind &running = *kind;
        Bench bench(std::move(kind));
        auto request = bench.request(u"box"_s, u"m1"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        MOORING_OK(bench.attach(request));
        const auto host = bench.service.hostFunction();
        const auto first = host(u"box"_s);
        MOORING_OK(first);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(host(u"box"_s)->get(), first->get());
        QCOMPARE(running.made, 1);
        QCOMPARE(int(bench.secrets.reads), 1); // the keychain is not asked for each look
        QCOMPARE(running.madeWith, QByteArray("hunter22"));

        MOORING_OK(bench.service.check(u"box"_s, {}, {}, bench.context, {}));
        QVERIFY(host(u"box"_s)->get() != first->get());
        QCOMPARE(running.made, 2);

        bench.book.kept[0].settings["address"] = "m1.wan"; // another process
        MOORING_OK(host(u"box"_s));
        QCOMPARE(running.made, 3);

        MOORING_OK(bench.service.detach(u"box"_s, {}, bench.context));
        QCOMPARE(host(u"box"_s).error().code, u"target.unknown"_s);
    }

    void secretsOfThisProcess()
    {
        auto kind = std::make_unique<RunningKind>();
        RunningKind &running = *kind;
        Bench bench(std::move(kind));
        bench.secrets.where = CredentialStore::Kept::Memory;
        auto request = bench.request(u"box"_s, u"m1"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        MOORING_OK(bench.attach(request));
        bench.secrets.kept.clear(); // another session, without a keychain
        MOORING_OK(bench.service.hostOf(u"box"_s));
        QCOMPARE(running.madeWith, QByteArray());
        MOORING_OK(bench.service.useSecrets(u"box"_s, {{u"password"_s, "typed-in"}}));
        MOORING_OK(bench.service.hostOf(u"box"_s));
        QCOMPARE(running.madeWith, QByteArray("typed-in"));
        MOORING_OK(bench.service.check(u"box"_s, {}, {}, bench.context, {}));
        QCOMPARE(running.seenSecret, QByteArray("typed-in"));
        QVERIFY(bench.secrets.kept.empty());
        QVERIFY(!toBytes(bench.book.kept[0].toStoreJson()).contains("typed-in"));

        QCOMPARE(bench.service.useSecrets(u"box"_s, {{u"address"_s, "x"}}).error().kind, ErrorKind::Usage);
        QCOMPARE(bench.service.useSecrets(u"nobody"_s, {}).error().code, u"target.unknown"_s);
        MOORING_OK(bench.service.detach(u"box"_s, {}, bench.context));
        MOORING_OK(bench.attach(bench.request(u"box"_s, u"m1"_s)));
        MOORING_OK(bench.service.hostOf(u"box"_s));
        QCOMPARE(running.madeWith, QByteArray()); // forgotten with the target
    }

    void aSlowKeychainHoldsUpItsOwnTargetOnly()
    {
        auto kind = std::make_unique<RunningKind>();
        Bench bench(std::move(kind));
        auto request = bench.request(u"slow"_s, u"m1"_s);
        MOORING_OK(request.values.setSecret(u"password"_s, "hunter22"));
        MOORING_OK(bench.attach(request));
        MOORING_OK(bench.attach(bench.request(u"quick"_s, u"m2"_s)));
        std::atomic<bool> open = false;
        bench.secrets.onRead = [&] {
            while (!open)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
        };
        std::thread waits([&] { MOORING_OK(bench.service.hostOf(u"slow"_s)); });
        QTRY_COMPARE(int(bench.secrets.reads), 1);
        MOORING_OK(bench.service.hostOf(u"quick"_s));
        open = true;
        waits.join();
    }
};

QTEST_GUILESS_MAIN(TestTargetService)
#include "tst_targetservice.moc"
