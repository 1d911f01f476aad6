#include "tests/support/testsupport.h"
#include "tests/ui/support/fakeremote.h"
#include "ui/attach/wizard/attachdraft.h"
#include "ui/attach/wizard/fieldform.h"
#include "ui/widgets/sameasbox.h"

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::FakeRemote;

class TestAttachDraft : public QObject
{
    Q_OBJECT
    KindRegistry m_kinds;

private Q_SLOTS:
    void initTestCase() { m_kinds.add(std::make_unique<FakeRemote>(std::make_shared<FakeRemote::Script>())); }

    void onlyWhatIsSeenAndChangedGoesAlong()
    {
        AttachDraft draft(m_kinds);
        QVERIFY(draft.isEmpty());
        draft.setKind(u"remote"_s);
        QCOMPARE(draft.value(u"port"_s), u"22"_s);
        draft.setValue(u"address"_s, u"box.lan"_s);
        draft.setValue(u"port"_s, u"22"_s);
        draft.setSecret(u"password"_s, "hunter22");
        QCOMPARE(toBytes(draft.values().settings()), QByteArray(R"({"address":"box.lan"})"));
        QVERIFY(draft.values().secrets().empty()); // it is not to be seen: another way to sign in holds
        draft.setValue(u"method"_s, u"password"_s);
        QCOMPARE(draft.values().secret(u"password"_s), QByteArray("hunter22"));
        QVERIFY(!draft.isEmpty());
    }

    void contentHasNoSecretAndComesBack()
    {
        AttachDraft draft(m_kinds);
        draft.setKind(u"remote"_s);
        draft.setName(u" box "_s);
        draft.setValue(u"address"_s, u"box.lan"_s);
        draft.setSecret(u"password"_s, "hunter22");
        const Json content = draft.content();
        QVERIFY(!toBytes(content).contains("hunter22"));
        AttachDraft back(m_kinds);
        back.load(content);
        QCOMPARE(back.name(), u"box"_s);
        QCOMPARE(back.value(u"address"_s), u"box.lan"_s);
        QCOMPARE(back.kind(), m_kinds.find(u"remote"_s));
    }

    void hostileContentIsNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("list") << QByteArray("[1,2]");
        QTest::newRow("unknown kind") << QByteArray(R"({"kind":"ufo","values":{"ufo":7}})");
        QTest::newRow("wrong types") << QByteArray(R"({"kind":5,"name":[],"values":{"remote":{"address":9}}})");
        QTest::newRow("values a list") << QByteArray(R"({"kind":"remote","values":[]})");
    }
    void hostileContentIsNothing()
    {
        QFETCH(QByteArray, content);
        AttachDraft draft(m_kinds);
        draft.load(Json::parse(content.begin(), content.end()));
        QVERIFY(draft.name().isEmpty());
        QVERIFY(draft.value(u"address"_s).isEmpty());
    }

    void problems()
    {
        AttachDraft draft(m_kinds);
        draft.setKind(u"remote"_s);
        QVERIFY(draft.nameProblem({}).contains(u"needed"_s));
        draft.setName(u"-box"_s);
        QVERIFY(draft.nameProblem({}).contains(u"letters"_s));
        draft.setName(u"box"_s);
        QVERIFY(draft.nameProblem({u"box"_s}).contains(u"already"_s));
        QVERIFY(draft.nameProblem({}).isEmpty());
        QVERIFY(!draft.problemOf(u"address"_s).isEmpty());
        draft.setValue(u"address"_s, u"a b"_s);
        QCOMPARE(draft.problemOf(u"address"_s), u"An address has no spaces."_s);
        draft.setValue(u"port"_s, u"70022"_s);
        QVERIFY(!draft.problemOf(u"port"_s).isEmpty());
    }

    void foundFillsTheForm()
    {
        AttachDraft draft(m_kinds);
        draft.setKind(u"remote"_s);
        draft.setValue(u"port"_s, u"2222"_s);
        draft.take({u"gpu-box"_s, u"~/.ssh/config, line 3"_s, {{u"address"_s, u"gpu-box"_s}}});
        QCOMPARE(draft.name(), u"gpu-box"_s);
        QCOMPARE(draft.value(u"port"_s), u"22"_s);
    }

    void command()
    {
        AttachDraft draft(m_kinds);
        draft.setKind(u"remote"_s);
        draft.setName(u"box"_s);
        draft.setValue(u"address"_s, u"my box.lan"_s);
        draft.setValue(u"method"_s, u"password"_s);
        draft.setSecret(u"password"_s, "hunter22");
        const QStringList words =
            attachCommand(u"remote"_s, u"box"_s, draft.values(), {{"hostKey", {{"fingerprint", "SHA256:abc"}}}});
        QCOMPARE(words, (QStringList{u"mooring"_s, u"attach"_s, u"remote"_s, u"box"_s, u"--set"_s,
                                     u"address=my box.lan"_s, u"--set"_s, u"method=password"_s, u"--secret"_s,
                                     u"password=-"_s, u"--accept-host-key"_s, u"SHA256:abc"_s}));
        const QString lines = commandInLines(words);
        QVERIFY(lines.contains(u"--set 'address=my box.lan'"_s));
        QVERIFY(lines.contains(u" \\\n  --"_s));
        for (const QString &line : lines.split(u'\n'))
            QVERIFY2(line.size() <= 72, qPrintable(line));
    }

    void names_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("host") << u"box.lan"_s << u"box.lan"_s;
        QTest::newRow("all") << u"mlops@box.lan:2222"_s << u"box.lan"_s;
        QTest::newRow("v6") << u"[fe80::1]:22"_s << u"fe80--1"_s;
        QTest::newRow("Azure")
            << u"/subscriptions/1/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm-1"_s << u"vm-1"_s;
        QTest::newRow("not a name") << u"a b"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void names()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QCOMPARE(suggestedName(typed), name);
    }
};

QTEST_GUILESS_MAIN(TestAttachDraft)
#include "tst_attachdraft.moc"
