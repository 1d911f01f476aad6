#include "core/base/files.h"
#include "core/base/redactor.h"
#include "core/credentials/credentialstore.h"
#include "core/diagnostics/diagnosis.h"
#include "core/diagnostics/shareable.h"
#include "core/targets/builtin/builtinkinds.h"
#include "core/targets/targetservice.h"
#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// Everything of a zip file, by name.
std::map<QByteArray, QByteArray> unpack(const QString &file)
{
    std::map<QByteArray, QByteArray> files;
    archive *zip = archive_read_new();
    archive_read_support_format_zip(zip);
    archive_entry *entry = nullptr;
    if (archive_read_open_filename(zip, QFile::encodeName(file).constData(), 65536) == ARCHIVE_OK) {
        while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
            QByteArray content(qsizetype(archive_entry_size(entry)), '\0');
            content.resize(qsizetype(archive_read_data(zip, content.data(), size_t(content.size()))));
            files[archive_entry_pathname(entry)] = content;
        }
    }
    archive_read_free(zip);
    return files;
}

} // namespace

class TestDiagnosis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Redactor::instance().clear(); }

    void secretsAreMasked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("secret"); // must be gone
        QTest::addColumn<QByteArray>("kept");   // must be there
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &secret,
                            const QByteArray &kept) { QTest::newRow(name) << text << secret << kept; };
        row("known to the redactor", "the word sesame-4711 opens it", "sesame-4711", "opens it");
        row("assigned", "API_TOKEN=abcd1234efgh", "abcd1234efgh", "API_TOKEN");
        row("in a file of settings", "password: hunter2hunter2", "hunter2hunter2", "password");
        row("bearer", "Authorization: Bearer abc.def-ghi123", "abc.def-ghi123", "Bearer ***");
        row("JSON web token", "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc here", "eyJzdWIiOiIxIn0", "here");
        row("in an address", "pull https://me:s3cret@registry.example/x", "s3cret", "registry.example");
        row("signed address", "GET https://x.example/y?sv=1&sig=Zm9vYmFy", "Zm9vYmFy", "sv=1");
        row("private key", "a\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\n-----END OPENSSH PRIVATE KEY-----\nz",
            "b3BlbnNzaC1r", "\nz");
        row("home", "/home/me/project/train.py", "/home/me", "~/project/train.py");
        row("nothing to hide", "epoch 3: loss=0.25, lr=0.001", "***", "loss=0.25, lr=0.001");
        row("not UTF-8", "caf\xe9 100%", "***", "100%");
        row("empty", "", "***", "");
    }
    void secretsAreMasked()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, kept);
        Redactor::instance().add("sesame-4711");
        const QByteArray shown = shareable(text, u"/home/me"_s);
        QVERIFY2(!shown.contains(secret), shown.constData());
        QVERIFY2(shown.contains(kept), shown.constData());
    }

    void valuesOfVariablesStayHere()
    {
        const Json run{{"settings", {{"variables", {{"ROUNDS", "12"}, {"KEY", "k"}}}, {"script", "train.py"}}},
                       {"list", {{{"variables", {{"A", "once"}}}}}}};
        const QByteArray shown = shareable(run, u"/home/me"_s);
        QVERIFY2(!shown.contains("\"12\"") && !shown.contains("once"), shown.constData());
        QVERIFY2(shown.contains("ROUNDS") && shown.contains("train.py"), shown.constData());
    }

    void holdsWhatHelpsAndNothingElse()
    {
        QTemporaryDir folder;
        auto profile = Profile::open(folder.path() + u"/profile"_s);
        MOORING_OK(profile);
        KindRegistry kinds;
        registerBuiltinKinds(kinds,
                             {profile->folder(), profile->runsFolder(), profile->environmentsFolder(), {}, {}, {}});
        auto workspace = Workspace::open(*profile);
        MOORING_OK(workspace);
        const auto credentials = CredentialStore::memory();
        TargetService targets(kinds, **workspace, *credentials, workspace->get());
        MOORING_OK(targets.ensureBuiltinTargets());
        RunService runs(**workspace, targets.hostFunction());
        RunRecord run;
        run.id = u"r1"_s;
        run.name = u"train-001"_s;
        run.state = RunState::Failed;
        run.settings.script = u"train.py"_s;
        run.settings.variables[u"HF_TOKEN"_s] = u"hf_abcdefgh12345678"_s;
        MOORING_OK((*workspace)->saveRun(run));
        const QString log = profile->runsFolder() + u"/r1/user_logs"_s;
        QVERIFY(QDir().mkpath(log));
        MOORING_OK(writeFileAtomically(log + u"/std_log.txt"_s, "epoch 1\nWANDB_API_KEY=0123456789abcdef\n"));

        const DiagnosisSources sources{*profile, kinds, **workspace, targets, runs, *credentials};
        const auto bundle = diagnose(sources, u"r1"_s, {}, {});
        MOORING_OK(bundle);
        const QString file = folder.path() + u"/diagnosis.zip"_s;
        MOORING_OK(bundle->write(file));
        QCOMPARE(QFile(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto files = unpack(file);
        QCOMPARE(files.size(), bundle->entries().size());
        QCOMPARE(files.size(), bundle->list().size());
        for (const char *name :
             {"about.json", "profile.json", "targets.json", "target/record.json", "run/record.json", "run/std.log"})
            QVERIFY2(files.contains(name), name);
        QVERIFY(files.at("run/std.log").contains("epoch 1"));
        QVERIFY(files.at("about.json").contains("kernel"));
        for (const auto &[name, content] : files) {
            QVERIFY2(!content.contains("0123456789abcdef"), name.constData());
            QVERIFY2(!content.contains("hf_abcdefgh12345678"), name.constData());
        }
        QCOMPARE(diagnose(sources, u"r9"_s, {}, {}).error().code, u"run.unknown"_s);
        QCOMPARE(diagnose(sources, {}, u"nobody"_s, {}).error().code, u"target.unknown"_s);
        QVERIFY(!bundle->write(folder.path() + u"/missing/diagnosis.zip"_s));
    }
};

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
