#include "ui/context/draftshelf.h"
#include "ui/context/uisettings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

Draft draft(const QString &route, const QString &title)
{
    Draft made;
    made.route = route;
    made.title = title;
    made.glyph = Glyph::Preparing;
    made.content = {{"name", toStd(title)}};
    return made;
}

} // namespace

class TestDraftShelf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackInTheNextWindow()
    {
        QTemporaryDir folder;
        {
            UiSettings settings(folder.path());
            DraftShelf shelf(settings);
            QSignalSpy changed(&shelf, &DraftShelf::changed);
            shelf.put(draft(u"attach"_s, u"box"_s));
            shelf.put(draft(u"attach"_s, u"box"_s)); // the same: nothing to tell
            QCOMPARE(changed.size(), 1);
            Draft run = draft(u"new-run"_s, u"train"_s);
            run.group = Draft::Group::Runs;
            run.workspace = u"team-ws"_s;
            shelf.put(run);
            shelf.put(draft(u"attach"_s, u"box-2"_s)); // one for each route
            QCOMPARE(shelf.drafts().size(), size_t(2));
            settings.flush();
        }
        UiSettings settings(folder.path());
        const DraftShelf shelf(settings);
        QCOMPARE(shelf.drafts().size(), size_t(2));
        QCOMPARE(shelf.find(u"attach"_s)->title, u"box-2"_s);
        QVERIFY(shelf.find(u"attach"_s)->workspace.isEmpty()); // this computer's
        QVERIFY(!shelf.find(u"new-run"_s));
        const Draft *run = shelf.find(u"new-run"_s, u"team-ws"_s);
        QVERIFY(run && run->group == Draft::Group::Runs);
        QCOMPARE(shelf.find(u"attach"_s)->glyph, Glyph::NotBegun); // nothing goes on any more
        QCOMPARE(stringAt(shelf.find(u"attach"_s)->content, "name"), u"box-2"_s);
    }

    void throwingAwayIsToldOnce()
    {
        QTemporaryDir folder;
        UiSettings settings(folder.path());
        DraftShelf shelf(settings);
        shelf.put(draft(u"attach"_s, u"box"_s));
        QSignalSpy discarded(&shelf, &DraftShelf::discarded);
        shelf.remove(u"attach"_s);
        shelf.remove(u"attach"_s);
        QCOMPARE(discarded.size(), 1);
        QVERIFY(!shelf.find(u"attach"_s));
    }

    void eachWorkspaceHasItsOwn()
    {
        QTemporaryDir folder;
        UiSettings settings(folder.path());
        DraftShelf shelf(settings);
        Draft theirs = draft(u"new-run"_s, u"train.py in cloud"_s);
        theirs.workspace = u"team-ws"_s;
        shelf.put(draft(u"new-run"_s, u"train.py here"_s));
        shelf.put(theirs);
        QCOMPARE(shelf.drafts().size(), size_t(2));
        QSignalSpy discarded(&shelf, &DraftShelf::discarded);
        shelf.remove(u"new-run"_s, u"team-ws"_s);
        QCOMPARE(discarded.value(0).value(1).toString(), u"team-ws"_s);
        QCOMPARE(shelf.find(u"new-run"_s)->title, u"train.py here"_s);
        QVERIFY(!shelf.find(u"new-run"_s, u"team-ws"_s));
    }

    void hostileSettingsAreNoDrafts_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("object") << QByteArray("{}");
        QTest::newRow("numbers") << QByteArray("[1,null,true]");
        QTest::newRow("no route") << QByteArray(R"([{"title":"x"}])");
        QTest::newRow("wrong types") << QByteArray(R"([{"route":7,"title":[],"content":3}])");
    }
    void hostileSettingsAreNoDrafts()
    {
        QFETCH(QByteArray, kept);
        QTemporaryDir folder;
        UiSettings settings(folder.path());
        settings.setLayout("drafts", Json::parse(kept.begin(), kept.end()));
        QVERIFY(DraftShelf(settings).drafts().empty());
    }
};

QTEST_GUILESS_MAIN(TestDraftShelf)
#include "tst_draftshelf.moc"
