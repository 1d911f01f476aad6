#include "core/base/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesWhatIsSaid();
    void anUnknownLanguageIsTheSystems();
    void noEntryIsUnfinished_data();
    void noEntryIsUnfinished();
    void placeHoldersSurvive();
};

void TestLanguage::changesWhatIsSaid()
{
    installLanguage(u"ko"_s);
    QCOMPARE(languageInUse(), u"ko"_s);
    QCOMPARE(QCoreApplication::translate("mooring::WorkspaceModel", "Compute targets"), u"계산 대상"_s);
    QCOMPARE(QCoreApplication::translate("mooring::Ladder", "%n passed", nullptr, 5), u"통과 5"_s);
    installLanguage(u"en"_s);
    QCOMPARE(languageInUse(), u"en"_s);
    QCOMPARE(QCoreApplication::translate("mooring::WorkspaceModel", "Compute targets"), u"Compute targets"_s);
    QCOMPARE(QCoreApplication::translate("mooring::CommandPalette", "%n results", nullptr, 1), u"1 result"_s);
    QCOMPARE(QCoreApplication::translate("mooring::CommandPalette", "%n results", nullptr, 2), u"2 results"_s);
}

void TestLanguage::anUnknownLanguageIsTheSystems()
{
    installLanguage(u"xx"_s);
    QVERIFY(languageInUse() == u"en"_s || languageInUse() == u"ko"_s);
}

void TestLanguage::noEntryIsUnfinished_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("Korean") << u"mooring_ko.ts"_s;
    QTest::newRow("English plurals") << u"mooring_en.ts"_s;
}

void TestLanguage::noEntryIsUnfinished()
{
    QFETCH(QString, file);
    QFile ts(QStringLiteral(MOORING_SOURCE_DIR) + u"/translations/"_s + file);
    QVERIFY(ts.open(QIODevice::ReadOnly));
    const QString content = QString::fromUtf8(ts.readAll());
    QVERIFY(content.count(u"<message"_s) > 10);
    QStringList unfinished;
    const QRegularExpression open(u"<source>([^<]*)</source>(?:(?!</message>).)*type=\"unfinished\""_s,
                                  QRegularExpression::DotMatchesEverythingOption);
    for (auto each = open.globalMatch(content); each.hasNext();)
        unfinished << each.next().captured(1);
    QVERIFY2(unfinished.isEmpty(), qPrintable(unfinished.join(u'\n')));
}

void TestLanguage::placeHoldersSurvive()
{
    QFile ts(QStringLiteral(MOORING_SOURCE_DIR) + u"/translations/mooring_ko.ts"_s);
    QVERIFY(ts.open(QIODevice::ReadOnly));
    const QString content = QString::fromUtf8(ts.readAll());
    const QRegularExpression message(u"<source>([^<]*)</source>.*?<translation[^>]*>(.*?)</translation>"_s,
                                     QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpression holder(u"%(\\d|n)"_s);
    const auto holders = [&](const QString &text) {
        QStringList found;
        for (auto each = holder.globalMatch(text); each.hasNext();)
            found << each.next().captured(0);
        found.removeDuplicates();
        found.sort();
        return found.join(u' ');
    };
    QStringList wrong;
    for (auto each = message.globalMatch(content); each.hasNext();) {
        const auto match = each.next();
        if (holders(match.captured(1)) != holders(match.captured(2)))
            wrong << match.captured(1) + u" -> "_s + match.captured(2);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
