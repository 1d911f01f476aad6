#include "core/base/files.h"
#include "core/base/json.h"
#include "core/practice/labfolder.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <thread>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

/// A lab as the background process would have it, on a thread.
class Served
{
public:
    explicit Served(const LabFolder &folder) : m_thread([this, folder] { result = folder.run(token); }) {}
    ~Served() { end(); }
    void end()
    {
        token.cancel();
        if (m_thread.joinable())
            m_thread.join();
    }
    void join() { m_thread.join(); }

    CancelToken token;
    Result<> result;

private:
    std::thread m_thread;
};

} // namespace

class TestLabFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingRuns()
    {
        QTemporaryDir profile;
        const LabFolder lab(profile.path());
        QVERIFY(!lab.isRunning());
        QVERIFY(lab.status().is_null());
        MOORING_OK(lab.stop({}));
        QVERIFY(!QFile::exists(profile.filePath(u"practice"_s))); // asking leaves nothing behind
        const auto started = lab.awaitStarted(std::chrono::milliseconds(100), {});
        QVERIFY(!started);
        QCOMPARE(started.error().code, u"practice.notStarted"_s);
    }

    void servesUntilCanceled()
    {
        QTemporaryDir profile;
        const LabFolder lab(profile.path());
        MOORING_OK(lab.setFaults({u"policy"_s}, {}));
        Served served(lab);
        const auto status = lab.awaitStarted(std::chrono::seconds(20), {});
        MOORING_OK(status);
        QVERIFY(lab.isRunning());
        QCOMPARE(status->at("services").size(), size_t(9));
        QCOMPARE(stringAt(status->at("faults").at(0), "fault"), u"policy:always"_s);
        const auto pem = readWholeFile(lab.authorityPath());
        MOORING_OK(pem);
        QVERIFY(pem->startsWith("-----BEGIN CERTIFICATE-----") && !pem->contains("PRIVATE"));
        QCOMPARE(QFile::permissions(lab.authorityPath()) & 0x0077, QFile::Permissions());

        const auto second = lab.run({});
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"practice.running"_s);

        MOORING_OK(lab.setFaults({u"quota-zero:once"_s}, {}));
        QCOMPARE(stringAt(lab.status().at("faults").at(0), "fault"), u"quota-zero:once"_s);
        const auto unknown = lab.setFaults({u"earthquake"_s}, {});
        QVERIFY(!unknown);
        QCOMPARE(stringAt(lab.status().at("faults").at(0), "fault"), u"quota-zero:once"_s);

        served.end();
        MOORING_OK(served.result);
        QVERIFY(!lab.isRunning());
        QVERIFY(lab.status().is_null());
    }

    /// A killed lab's lab.json stays, and says where nobody is.
    void aKilledOneIsForgotten()
    {
        QTemporaryDir profile;
        const LabFolder lab(profile.path());
        QVERIFY(QDir(profile.path()).mkpath(u"practice"_s));
        MOORING_OK(writeFileAtomically(profile.filePath(u"practice/lab.json"_s),
                                       R"({"pid": 4194305, "services": [], "faults": []})"));
        QVERIFY(lab.status().is_null());
        Served served(lab);
        const auto status = lab.awaitStarted(std::chrono::seconds(20), {});
        MOORING_OK(status);
        QCOMPARE(intAt(*status, "pid"), qint64(getpid()));
        QCOMPARE(status->at("services").size(), size_t(9));
        served.end();
        MOORING_OK(served.result);
    }

    void endsWithItsLock()
    {
        QTemporaryDir profile;
        const LabFolder lab(profile.path());
        Served served(lab);
        MOORING_OK(lab.awaitStarted(std::chrono::seconds(20), {}));
        QVERIFY(QFile::remove(profile.filePath(u"practice/lock"_s)));
        served.join(); // nobody canceled it
        MOORING_OK(served.result);
    }
};

QTEST_GUILESS_MAIN(TestLabFolder)
#include "tst_labfolder.moc"
