#include "ui/shell/paletteitem.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 24LL * 3600 * 1000;

PaletteItem item(PaletteItem::Group group, const QString &id, const QString &text, const QString &detail = {})
{
    PaletteItem made;
    made.group = group;
    made.id = id;
    made.text = text;
    made.detail = detail;
    made.isRun = id.startsWith(u"run/"_s);
    made.isTarget = id.startsWith(u"target/"_s);
    return made;
}

PaletteItem alsoNamed(PaletteItem item, const QString &english)
{
    item.also = english;
    return item;
}

std::vector<PaletteItem> offered()
{
    using G = PaletteItem::Group;
    return {item(G::Commands, u"recheck"_s, u"Run all and recheck"_s),
            item(G::Commands, u"checkAll"_s, u"Check all targets"_s),
            item(G::GoTo, u"target/lab"_s, u"lab-vm"_s, u"SSH, failed check"_s),
            item(G::GoTo, u"run/1"_s, u"checkpoint-export"_s, u"run, yesterday"_s),
            item(G::Settings, u"keychain"_s, u"Keychain"_s),
            alsoNamed(item(G::Settings, u"language"_s, u"언어"_s), u"Language"_s)};
}

QStringList found(const QString &query, const Frecency &frecency = Frecency(Json()))
{
    QStringList ids;
    for (const PaletteItem &match : matchingItems(offered(), query, frecency, 10 * kDay))
        ids << match.id;
    return ids;
}

} // namespace

class TestPaletteItem : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void whatIsUsedComesFirst();
    void oldUsesWeighLess();
    void survivesStorageAndNonsense();
};

void TestPaletteItem::matches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("the start of a text first, groups in order")
        << u"check"_s << QStringList{u"checkAll"_s, u"recheck"_s, u"run/1"_s, u"target/lab"_s};
    QTest::newRow("all words") << u"all check"_s << QStringList{u"checkAll"_s, u"recheck"_s};
    QTest::newRow("case") << u"KEYCH"_s << QStringList{u"keychain"_s};
    QTest::newRow("commands only") << u">check"_s << QStringList{u"checkAll"_s, u"recheck"_s};
    QTest::newRow("targets only") << u"@"_s << QStringList{u"target/lab"_s};
    QTest::newRow("runs only") << u"# export"_s << QStringList{u"run/1"_s};
    QTest::newRow("the English name") << u"langu"_s << QStringList{u"language"_s};
    QTest::newRow("its own name") << u"언어"_s << QStringList{u"language"_s};
    QTest::newRow("nothing") << u"zzz"_s << QStringList{};
    QTest::newRow("everything") << QString() << QStringList{u"recheck"_s, u"checkAll"_s, u"target/lab"_s,
                                                            u"run/1"_s,   u"keychain"_s, u"language"_s};
}

void TestPaletteItem::matches()
{
    QFETCH(QString, query);
    QTEST(found(query), "ids");
}

void TestPaletteItem::whatIsUsedComesFirst()
{
    Frecency frecency{Json()};
    for (int i = 0; i < 5; ++i)
        frecency.use(u"recheck"_s, 10 * kDay);
    QCOMPARE(found(u"check"_s, frecency).first(), u"recheck"_s);
}

void TestPaletteItem::oldUsesWeighLess()
{
    Frecency frecency{Json()};
    frecency.use(u"a"_s, 0);
    QCOMPARE(frecency.weight(u"a"_s, 0), 1.0);
    QCOMPARE(frecency.weight(u"a"_s, 7 * kDay), 0.5);
    QCOMPARE(frecency.weight(u"never"_s, 0), 0.0);
    frecency.use(u"a"_s, 7 * kDay);
    QCOMPARE(frecency.weight(u"a"_s, 7 * kDay), 1.5);
}

void TestPaletteItem::survivesStorageAndNonsense()
{
    Frecency frecency{Json()};
    for (int i = 0; i < 300; ++i)
        frecency.use(QString::number(i), kDay + i);
    QCOMPARE(frecency.toJson().size(), size_t(200));
    QVERIFY(Frecency(frecency.toJson()).toJson() == frecency.toJson());
    QCOMPARE(Frecency(Json{{"a", "b"}, {"c", {1, "x"}}, {"d", {2.0, 5}}}).toJson().size(), size_t(1));
}

QTEST_MAIN(TestPaletteItem)
#include "tst_paletteitem.moc"
