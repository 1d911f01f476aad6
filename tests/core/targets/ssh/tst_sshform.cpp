#include "core/targets/ssh/answers.h"
#include "core/targets/ssh/resourceid.h"
#include "core/targets/ssh/sshform.h"
#include "core/targets/ssh/sshsettings.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

/// The form of a machine over SSH, and what is read into it.
class TestSshForm : public QObject
{
    Q_OBJECT

    static constexpr auto kId = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-1/providers/"
                                "Microsoft.Compute/virtualMachines/gpu-box";

    static FormValues form(const std::map<QString, QString> &values)
    {
        FormValues filled(sshFields());
        for (const auto &[id, value] : values)
            (void)filled.set(id, value);
        return filled;
    }

private Q_SLOTS:
    void publicIds()
    {
        QStringList ids, secrets, rare;
        for (const Field &field : sshFields()) {
            ids << field.id;
            QVERIFY(!field.label.isEmpty() && !field.help.isEmpty());
            if (field.isSecret())
                secrets << field.id;
            if (field.rare)
                rare << field.id;
        }
        QCOMPARE(ids, (QStringList{u"address"_s, u"user"_s, u"port"_s, u"signIn"_s, u"keyFile"_s, u"passphrase"_s,
                                   u"password"_s, u"jump"_s, u"resourceId"_s, u"workFolder"_s}));
        QCOMPARE(secrets, (QStringList{u"passphrase"_s, u"password"_s}));
        QCOMPARE(rare, (QStringList{u"port"_s, u"jump"_s, u"resourceId"_s, u"workFolder"_s}));
    }

    void problems_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const char *id, const QString &value, bool good) {
            QTest::newRow(name) << QString::fromLatin1(id) << value << good;
        };
        row("alias", "address", u"gpu-box"_s, true);
        row("user, host and port", "address", u"me@10.0.0.4:2222"_s, true);
        row("no address", "address", QString(), false);
        row("blank in the address", "address", u"my host"_s, false);
        row("line break", "address", u"a\nb"_s, false);
        row("user", "user", u"azure_user-1.x"_s, true);
        row("domain user", "user", u"DOM+user"_s, true);
        row("user like an option", "user", u"-oProxyCommand=x"_s, false);
        row("user with a blank", "user", u"a b"_s, false);
        row("user with a shell's sign", "user", u"a;b"_s, false);
        row("port", "port", u"22"_s, true);
        row("port too large", "port", u"70022"_s, false);
        row("port zero", "port", u"0"_s, false);
        row("port as a word", "port", u"ssh"_s, false);
        row("way to sign in", "signIn", u"agent"_s, true);
        row("unknown way", "signIn", u"magic"_s, false);
        row("jump", "jump", u"bastion,me@b2:2222"_s, true);
        row("no jump", "jump", u"none"_s, true);
        row("jump with a blank", "jump", u"a b"_s, false);
        row("work folder at home", "workFolder", u"~/x/y"_s, true);
        row("work folder is home", "workFolder", u"~"_s, true);
        row("absolute work folder", "workFolder", u"/data/mooring"_s, true);
        row("relative work folder", "workFolder", u"data"_s, false);
        row("another one's home", "workFolder", u"~bob/x"_s, false);
        row("work folder at the top", "workFolder", u"/"_s, false);
        row("work folder up", "workFolder", u"~/../x"_s, false);
        row("resource ID", "resourceId", QString::fromLatin1(kId), true);
        row("not a resource ID", "resourceId", u"gpu-box"_s, false);
    }
    void problems()
    {
        QFETCH(QString, id);
        QFETCH(QString, value);
        QFETCH(bool, good);
        std::map<QString, QString> values{{u"address"_s, u"me@box"_s}};
        values[id] = value;
        const auto problems = form(values).problems();
        QCOMPARE(problems.empty(), good);
        if (!good) {
            QCOMPARE(problems[0].first, id);
            QVERIFY(problems[0].second.endsWith(u'.'));
        }
    }

    void aResourceIdDoesNotNameTheUser()
    {
        const QString id = QString::fromLatin1(kId);
        QVERIFY(!form({{u"address"_s, u"10.0.0.4"_s}, {u"resourceId"_s, id}}).problems().empty());
        QVERIFY(form({{u"address"_s, u"10.0.0.4"_s}, {u"user"_s, u"me"_s}, {u"resourceId"_s, id}}).problems().empty());
        QVERIFY(form({{u"address"_s, u"me@10.0.0.4"_s}, {u"resourceId"_s, id}}).problems().empty());
        QVERIFY(!form({{u"resourceId"_s, id}}).problems().empty());
    }

    void resourceIds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("inMessage"); // empty: good
        const QString id = QString::fromLatin1(kId);
        QTest::newRow("good") << id << QString();
        QTest::newRow("any case") << id.toUpper() << QString();
        QTest::newRow("blanks around") << u" "_s + id + u"\n"_s << QString();
        QTest::newRow("slash at the end") << id + u'/' << QString();
        QTest::newRow("empty") << QString() << u"/subscriptions/"_s;
        QTest::newRow("address of the portal")
            << u"https://portal.azure.com/#@x/resource"_s + id << u"/subscriptions/"_s;
        QTest::newRow("no GUID") << QString(id).replace(u"11111111"_s, u"mine"_s) << u"subscription"_s;
        QTest::newRow("no group") << QString(id).replace(u"resourceGroups"_s, u"groups"_s) << u"resourceGroups"_s;
        QTest::newRow("truncated") << id.section(u'/', 0, 6) << u"ends before"_s;
        QTest::newRow("no name") << id.section(u'/', 0, 7) << u"ends before"_s;
        QTest::newRow("a disk") << QString(id).replace(u"virtualMachines"_s, u"disks"_s)
                                << u"Microsoft.Compute/disks"_s;
        QTest::newRow("another provider") << QString(id).replace(u"Compute"_s, u"HDInsight"_s) << u"HDInsight"_s;
        QTest::newRow("something below") << id + u"/extensions/x"_s << u"another kind"_s;
        QTest::newRow("odd name") << id + u"$(x)"_s << u"characters"_s;
    }
    void resourceIds()
    {
        QFETCH(QString, text);
        QFETCH(QString, inMessage);
        const auto id = VirtualMachineId::parse(text);
        QCOMPARE(id.ok(), inMessage.isEmpty());
        if (id)
            QCOMPARE(id->toString().toLower(), QString::fromLatin1(kId).toLower());
        else
            QVERIFY2(id.error().message.contains(inMessage), qPrintable(id.error().message));
    }

    void whatIsHiddenDoesNotCount()
    {
        FormValues values =
            form({{u"address"_s, u"me@box:2222"_s}, {u"keyFile"_s, u"/x/key"_s}, {u"user"_s, u"you"_s}});
        (void)values.setSecret(u"password"_s, "pw");
        (void)values.setSecret(u"passphrase"_s, "pp");
        const auto automatic = SshSettings::from(values);
        MOORING_OK(automatic);
        QCOMPARE(automatic->address.user, u"you"_s);
        QCOMPARE(automatic->address.port, 2222);
        QCOMPARE(automatic->signIn.keyFile, u"/x/key"_s);
        QCOMPARE(automatic->signIn.password, QByteArray("pw"));
        (void)values.set(u"signIn"_s, u"agent"_s);
        const auto agent = SshSettings::from(values);
        MOORING_OK(agent);
        QVERIFY(agent->signIn.keyFile.isEmpty() && agent->signIn.password.isEmpty() &&
                agent->signIn.passphrase.isEmpty());
        (void)values.set(u"signIn"_s, u"password"_s);
        const auto password = SshSettings::from(values);
        MOORING_OK(password);
        QVERIFY(password->signIn.keyFile.isEmpty() && password->signIn.passphrase.isEmpty());
        QCOMPARE(password->signIn.password, QByteArray("pw"));
        for (const auto &settings : {*automatic, *agent, *password}) {
            QVERIFY(!settings.connectionKey().contains(u"pw"_s));
            QVERIFY(!settings.connectionKey().contains(u"pp"_s));
        }
        QVERIFY(automatic->connectionKey() != password->connectionKey());
        const auto before = *automatic;
        (void)values.set(u"signIn"_s, u"auto"_s);
        (void)values.setSecret(u"password"_s, "other");
        QVERIFY(SshSettings::from(values)->connectionKey() != before.connectionKey());
    }

    void workFolders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folder");
        QTest::newRow("default") << QString() << u"/home/me/.mooring"_s;
        QTest::newRow("at home") << u"~/a b/"_s << u"/home/me/a b"_s;
        QTest::newRow("home") << u"~"_s << u"/home/me"_s;
        QTest::newRow("absolute") << u"/data/x//"_s << u"/data/x"_s;
    }
    void workFolders()
    {
        QFETCH(QString, text);
        QFETCH(QString, folder);
        SshSettings settings;
        settings.workFolder = text;
        QCOMPARE(settings.workFolderIn(u"/home/me"_s), folder);
    }

    void answersAreNotBelieved()
    {
        const Answers answers =
            Answers::parse("home\t/home/me\nnow\t12x\ncores\t-4\nuser\ta\x1b[31mb\u202e\n\n\tno name\n"
                           "tool\ta\ntool\tb\nno words\nlong\t" +
                           QByteArray(100'000, 'x') + "\nend\t1");
        QCOMPARE(answers.text("home"), u"/home/me"_s);
        QCOMPARE(answers.number("now"), std::nullopt);
        QCOMPARE(answers.number("cores"), std::nullopt);
        QVERIFY(!answers.text("user").contains(QChar(0x1b)) && !answers.text("user").contains(QChar(0x202e)));
        QCOMPARE(answers.all("tool"), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(answers.text("long").size() <= 300);
        QVERIFY(answers.isComplete());
        QVERIFY(!Answers::parse("home\t/x\n").isComplete());
        QByteArray many;
        for (int i = 0; i < 10'000; ++i)
            many += "tool\tx" + QByteArray::number(i) + "\n";
        QVERIFY(Answers::parse(many).all("tool").size() <= 100);
    }
};

QTEST_GUILESS_MAIN(TestSshForm)
#include "tst_sshform.moc"
