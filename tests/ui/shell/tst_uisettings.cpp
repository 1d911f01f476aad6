#include "ui/context/uisettings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestUiSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatWasChosen();
    void undoTakesBackOneChange();
    void aBadFileIsAnEmptyOne_data();
    void aBadFileIsAnEmptyOne();
    void aReadOnlyFolderIsNoError();
};

void TestUiSettings::keepsWhatWasChosen()
{
    QTemporaryDir folder;
    const QString state = folder.path() + u"/state"_s; // made when something is kept
    {
        UiSettings settings(state);
        UiSettings::Choices choices;
        choices.language = u"ko"_s;
        choices.theme = UiSettings::Theme::Dark;
        choices.textPercent = 130;
        choices.motion = false;
        choices.runTimeLimitSeconds = 3600;
        choices.runExperiment = u"bearing"_s;
        settings.choose(choices);
        settings.setLayout("route", "runs");
        QTRY_VERIFY(QFile::exists(settings.path())); // by itself, without flush
    }
    UiSettings again(state);
    QCOMPARE(again.choices().language, u"ko"_s);
    QCOMPARE(again.choices().theme, UiSettings::Theme::Dark);
    QCOMPARE(again.choices().textPercent, 130);
    QVERIFY(!again.choices().motion);
    QCOMPARE(again.choices().runTimeLimitSeconds, 3600);
    QCOMPARE(again.choices().runExperiment, u"bearing"_s);
    QVERIFY(again.layout("route") == Json("runs"));
    QVERIFY(!again.canUndo());
}

void TestUiSettings::undoTakesBackOneChange()
{
    QTemporaryDir folder;
    UiSettings settings(folder.path());
    QSignalSpy chosen(&settings, &UiSettings::chosen);
    UiSettings::Choices choices;
    choices.textPercent = 115;
    settings.choose(choices);
    settings.choose(choices); // the same: nothing
    choices.motion = false;
    settings.choose(choices);
    QCOMPARE(chosen.count(), 2);
    settings.undo();
    QCOMPARE(settings.choices().textPercent, 115);
    QVERIFY(settings.choices().motion);
    settings.undo();
    QVERIFY(settings.choices() == UiSettings::Choices());
    int takenBack = 0; // kept elsewhere, in turn with the others
    settings.choose(choices);
    settings.rememberUndo([&takenBack] { ++takenBack; });
    settings.undo();
    QCOMPARE(takenBack, 1);
    settings.undo();
    QVERIFY(settings.choices() == UiSettings::Choices());
    settings.undo(); // nothing left
    QCOMPARE(chosen.count(), 6);
}

void TestUiSettings::aBadFileIsAnEmptyOne_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not json") << QByteArray("{\"choices\":");
    QTest::newRow("a list") << QByteArray("[1,2]");
    QTest::newRow("wrong types") << QByteArray(
        R"({"choices":{"language":7,"theme":[],"textPercent":"x","motion":3},"layout":"no"})");
    QTest::newRow("wild values") << QByteArray(R"({"choices":{"language":"xx","theme":"pink","textPercent":null}})");
    QTest::newRow("bytes") << QByteArray("\xff\xfe\0\1", 4);
}

void TestUiSettings::aBadFileIsAnEmptyOne()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"ui.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    UiSettings settings(folder.path());
    QVERIFY(settings.choices() == UiSettings::Choices());
    QVERIFY(settings.layout("window").is_null());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content); // left alone until something is changed
}

void TestUiSettings::aReadOnlyFolderIsNoError()
{
    UiSettings settings(u"/proc/nowhere"_s);
    settings.setLayout("route", "runs");
    settings.flush();
    QVERIFY(settings.layout("route") == Json("runs"));
}

QTEST_MAIN(TestUiSettings)
#include "tst_uisettings.moc"
