#include "core/targets/ssh/sshkind.h"
#include "core/targets/targetfile.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestTargetFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesThereAndBack_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << u"10.20.4.22"_s;
        QTest::newRow("looks like a number") << u"0755"_s;
        QTest::newRow("looks like a word of YAML") << u"no"_s;
        QTest::newRow("colon and hash") << u"a: b # c"_s;
        QTest::newRow("quotes") << u"it's \"so\""_s;
        QTest::newRow("Hangul") << u"기계 1"_s;
        QTest::newRow("line end") << u"a\nb"_s;
        QTest::newRow("empty") << QString();
    }
    void goesThereAndBack()
    {
        QFETCH(QString, value);
        TargetFile file{u"gpu-box"_s,
                        u"ssh"_s,
                        {{u"address"_s, value}, {u"port"_s, u"2222"_s}},
                        {u"passphrase"_s},
                        u"SHA256:abc"_s};
        const QByteArray yaml = file.toYaml();
        QVERIFY(TargetFile::isOne(yaml));
        const auto back = TargetFile::fromYaml(yaml);
        MOORING_OK(back);
        QCOMPARE(*back, file);
        const TargetFile least{u"x"_s, u"ssh"_s, {}, {}, {}};
        QCOMPARE(TargetFile::fromYaml(least.toYaml()).value(), least);
    }

    void ofARecordWithoutItsSecrets()
    {
        TargetRecord target;
        target.name = u"gpu-box"_s;
        target.kind = u"ssh"_s;
        target.settings = {{"address", "10.0.0.1"}, {"password", {{"stored", true}}}};
        LadderReport report;
        report.facts = {{"hostKey", {{"fingerprint", "SHA256:abc"}}}};
        target.lastCheck = report;
        const TargetFile file = TargetFile::of(target);
        QCOMPARE(file.settings.size(), size_t(1));
        QCOMPARE(file.secrets, QStringList{u"password"_s});
        QCOMPARE(file.hostKey, u"SHA256:abc"_s);
        const SshKind kind({});
        const auto values = file.values(kind);
        MOORING_OK(values);
        QCOMPARE(values->value(u"address"_s), u"10.0.0.1"_s);
        TargetFile wrong = file;
        wrong.settings[u"adress"_s] = u"x"_s;
        QVERIFY(wrong.values(kind).error().text().contains(u"address"_s));
        wrong.settings = {{u"password"_s, u"x"_s}};
        QCOMPARE(wrong.values(kind).error().code, u"field.secret"_s); // never as plain text
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("code");
        QTest::newRow("no name") << "kind: ssh\n"_ba << u"target.badFile"_s;
        QTest::newRow("unknown key") << "kind: ssh\ntarget: x\nsetings: {}\n"_ba << u"settings.unknownKey"_s;
        QTest::newRow("settings is a list") << "kind: ssh\ntarget: x\nsettings: [1]\n"_ba << u"settings.wrongType"_s;
        QTest::newRow("alias") << "kind: &a ssh\ntarget: *a\n"_ba << u"settings.alias"_s;
        QTest::newRow("twice") << "kind: ssh\nkind: ssh\n"_ba << u"settings.twice"_s;
        QTest::newRow("cut off") << "kind: \"ssh"_ba << u"settings.notYaml"_s;
        QTest::newRow("empty") << ""_ba << u"settings.empty"_s;
        QTest::newRow("not UTF-8") << "kind: \xff\n"_ba << u"settings.notText"_s;
    }
    void badFiles()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, code);
        QCOMPARE(TargetFile::fromYaml(yaml).error().code, code);
    }

    void runSettingsAreNone()
    {
        QVERIFY(!TargetFile::isOne("script: train.py\nvariables:\n  kind: x\n"));
        QVERIFY(!TargetFile::isOne(""));
    }

    void asSshConfig()
    {
        QTemporaryDir folder;
        const QString config = folder.filePath(u"config"_s);
        QFile file(config);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(
                    "Host bastion\n  HostName 198.51.100.7\n  User jump\nHost lab\n  HostName 10.20.4.22\n  Port 2200\n"
                    "  User mlops\n  ProxyJump bastion\n") > 0);
        file.close();
        qputenv("MOORING_SSH_CONFIG", config.toUtf8());
        TargetRecord target;
        target.name = u"gpu-box"_s;
        target.kind = u"ssh"_s;
        target.settings = {{"address", "lab"}, {"keyFile", "/keys/my key"}};
        const auto text = SshKind({}).exportAs(u"ssh"_s, target);
        QVERIFY(text.has_value());
        MOORING_OK(*text);
        QCOMPARE(**text, "Host gpu-box\n  HostName 10.20.4.22\n  Port 2200\n  User mlops\n"
                         "  IdentityFile \"/keys/my key\"\n  ProxyJump jump@198.51.100.7\n"_ba);
        QVERIFY(!SshKind({}).exportAs(u"terraform"_s, target).has_value());
        qunsetenv("MOORING_SSH_CONFIG");
    }
};

QTEST_GUILESS_MAIN(TestTargetFile)
#include "tst_targetfile.moc"
