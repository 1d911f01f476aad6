#include "core/base/armid.h"
#include "tests/support/testsupport.h"

#include <QUrl>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

const QString kSub = u"/subscriptions/01234567-89ab-cdef-0123-456789abcdef"_s;

} // namespace

class TestArmId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ids_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts"); // group provider type name; empty: wrong
        const auto row = [](const char *name, const QString &text, const QString &parts) {
            QTest::newRow(name) << text << parts;
        };
        row("vm", kSub + u"/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm1"_s,
            u"rg Microsoft.Compute virtualMachines vm1"_s);
        row("lower case", kSub + u"/resourcegroups/RG/Providers/microsoft.compute/virtualmachines/VM1/"_s,
            u"RG microsoft.compute virtualmachines VM1"_s);
        row("korean group", kSub + u"/resourceGroups/연구실.1/providers/Microsoft.Batch/batchAccounts/a"_s,
            u"연구실.1 Microsoft.Batch batchAccounts a"_s);
        row("nested", kSub + u"/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/w/bigDataPools/p"_s,
            u"rg Microsoft.Synapse workspaces/bigDataPools p"_s);
        row("spaces around", u"  "_s + kSub + u"/resourceGroups/rg/providers/a.b/c/d \n"_s, u"rg a.b c d"_s);
        row("empty", {}, {});
        row("a slash", u"/"_s, {});
        row("no subscription", u"/subscriptions/x/resourceGroups/rg/providers/a.b/c/d"_s, {});
        row("no group", kSub + u"/providers/a.b/c/d"_s, {});
        row("group ends in a period", kSub + u"/resourceGroups/rg./providers/a.b/c/d"_s, {});
        row("no name", kSub + u"/resourceGroups/rg/providers/a.b/c"_s, {});
        row("type without name", kSub + u"/resourceGroups/rg/providers/a.b/c/d/e"_s, {});
        row("double slash", kSub + u"/resourceGroups//rg/providers/a.b/c/d"_s, {});
        row("climbing", kSub + u"/resourceGroups/rg/providers/a.b/c/.."_s, {});
        row("query", kSub + u"/resourceGroups/rg/providers/a.b/c/d?x=1"_s, {});
        row("number sign", kSub + u"/resourceGroups/rg/providers/a.b/c/d#x"_s, {});
        row("line break", kSub + u"/resourceGroups/rg/providers/a.b/c/d\r\nX: y"_s, {});
        row("encoded", kSub + u"/resourceGroups/rg/providers/a.b/c/%2e%2e"_s, {});
        row("10 kB", kSub + u"/resourceGroups/rg/providers/a.b/c/"_s + QString(10000, u'd'), {});
        row("a page", u"https://portal.azure.com/#@x/resource"_s, {});
    }
    void ids()
    {
        QFETCH(QString, text);
        QFETCH(QString, parts);
        const auto id = ArmId::parse(text);
        QCOMPARE(id.ok(), !parts.isEmpty());
        if (!id) {
            QCOMPARE(id.error().code, u"azure.badResourceId"_s);
            QCOMPARE(id.error().kind, ErrorKind::Usage);
            return;
        }
        QCOMPARE((QStringList{id->resourceGroup, id->provider, id->type, id->name}.join(u' ')), parts);
        const auto again = ArmId::parse(id->text);
        MOORING_OK(again);
        QCOMPARE(again->text, id->text);
        QCOMPARE(QUrl::fromPercentEncoding(id->path().toLatin1()), id->text);
    }

    void anotherKind()
    {
        const QString vm = kSub + u"/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm1"_s;
        MOORING_OK(ArmId::parseOf(vm, u"microsoft.compute"_s, u"VIRTUALMACHINES"_s));
        QCOMPARE(ArmId::parseOf(vm, u"Microsoft.HDInsight"_s, u"clusters"_s).error().code, u"azure.otherResource"_s);
    }

    void sameThingSameKey()
    {
        const auto one = ArmId::parse(kSub + u"/resourceGroups/RG/providers/A.B/c/D/"_s);
        const auto other = ArmId::parse(kSub.toUpper().replace(u"SUBSCRIPTIONS"_s, u"subscriptions"_s) +
                                        u"/resourcegroups/rg/providers/a.b/C/d"_s);
        QCOMPARE(one->key(), other->key());
    }
};

QTEST_GUILESS_MAIN(TestArmId)
#include "tst_armid.moc"
