#include "ui/trust/fingerprint.h"
#include "ui/trust/fingerprintbox.h"
#include "ui/trust/knownmachine.h"
#include "ui/trust/shownkey.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

const QString kPrint = u"SHA256:9nQ4tYx0c2LhV6mEo3sPzR8uKdJf1aGiBwTyNqXb7Wk"_s;

} // namespace

class TestFingerprint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data()
    {
        using State = FingerprintMatch::State;
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("agreeing");
        const auto row = [](const char *name, const QString &typed, State state, int agreeing) {
            QTest::newRow(name) << typed << int(state) << agreeing;
        };
        row("nothing", {}, State::Empty, 0);
        row("spaces", u"  "_s, State::Empty, 0);
        row("whole", kPrint, State::Same, 43);
        row("without the hash's name", kPrint.mid(7), State::Same, 43);
        row("in groups", u"SHA256:9nQ4tYx0 c2LhV6mE o3sPzR8u KdJf1aGi BwTyNqXb 7Wk"_s, State::Same, 43);
        row("padded", kPrint + u'=', State::Same, 43);
        row("as ssh-keygen says it", u"256 "_s + kPrint + u" root@gpu-box (ED25519)"_s, State::Same, 43);
        row("begun", u"SHA256:9nQ4t"_s, State::Partly, 5);
        row("another letter", u"SHA256:9nQ4T"_s, State::Different, 4);
        row("letters' case counts", kPrint.toLower(), State::Different, 0);
        row("too long", kPrint + u"x"_s, State::Different, 43);
        row("another key", u"SHA256:Lw8dRz0Kq1NvTj5yHcUe7GmAoXs2PbFi9kQrWn3Vt6E"_s, State::Different, 0);
        row("MD5", u"MD5:aa:bb"_s, State::Different, 0);
    }
    void matches()
    {
        QFETCH(QString, typed);
        QFETCH(int, state);
        QFETCH(int, agreeing);
        const FingerprintMatch match = matchFingerprint(kPrint, typed);
        QCOMPARE(int(match.state), state);
        QCOMPARE(match.agreeing, agreeing);
        QCOMPARE(match.total, 43);
    }

    void groupsAreReadAndTheWholeIsCopied()
    {
        QCOMPARE(fingerprintGroups(kPrint).size(), 6);
        QCOMPARE(fingerprintGroups(kPrint).last(), u"7Wk"_s);
        QCOMPARE(shortFingerprint(kPrint), u"SHA256:9nQ4…b7Wk"_s);
        FingerprintBox box(kPrint);
        QVERIFY(box.accessibleName().contains(u"9nQ4tYx0, c2LhV6mE"_s));
        QVERIFY(box.heightForWidth(300) > box.heightForWidth(800));
        QTest::keyClick(&box, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), kPrint);
    }

    void namesOfTypes()
    {
        QCOMPARE(keyTypeText(u"ssh-ed25519"_s), u"ED25519"_s);
        QCOMPARE(keyTypeText(u"ecdsa-sha2-nistp256"_s), u"ECDSA 256"_s);
        QCOMPARE(keyTypeText(u"ssh-rsa"_s), u"RSA"_s);
    }

    void hostileFacts_data()
    {
        QTest::addColumn<QByteArray>("facts");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("wrong types") << QByteArray(R"({"host":5,"port":"x","records":{},"blob":7})");
        QTest::newRow("records") << QByteArray(R"({"records":[null,7,{"line":"x"}]})");
    }
    void hostileFacts()
    {
        QFETCH(QByteArray, facts);
        const ShownKey shown = ShownKey::fromJson(Json::parse(facts.begin(), facts.end()));
        QVERIFY(shown.host.isEmpty());
        QCOMPARE(shown.port, 22);
        QVERIFY(!shown.isRefused());
    }

    void hostsOfRecords()
    {
        QCOMPARE(hostAndPort(u"gpu-box"_s), (std::pair<QString, int>(u"gpu-box"_s, 22)));
        QCOMPARE(hostAndPort(u"[10.30.0.5]:2222"_s), (std::pair<QString, int>(u"10.30.0.5"_s, 2222)));
        QCOMPARE(hostAndPort(u"[fe80::1]:2222"_s), (std::pair<QString, int>(u"fe80::1"_s, 2222)));
    }
};

QTEST_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
