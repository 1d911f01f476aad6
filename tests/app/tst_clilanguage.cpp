#include "tests/app/cli.h"

using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestCliLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void koreanSentencesAndTheSameWordsForScripts()
    {
        Cli cli;
        const auto english = cli.run({u"show-run"_s, u"none"_s});
        const auto korean = cli.run({u"--lang"_s, u"ko"_s, u"show-run"_s, u"none"_s});
        QCOMPARE(english.exitCode, 2);
        QCOMPARE(korean.exitCode, 2);
        QVERIFY(korean.errors != english.errors);
        QVERIFY2(QString::fromUtf8(korean.errors).contains(u"실행"_s), korean.errors.constData());
        QCOMPARE(mooring::stringAt(cli.error({u"--lang"_s, u"ko"_s, u"show-run"_s, u"none"_s}, 2), "code"),
                 u"run.unknown"_s);
    }
};

QTEST_GUILESS_MAIN(TestCliLanguage)
#include "tst_clilanguage.moc"
