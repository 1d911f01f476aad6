#include "ui/azure/targets/mltargetlook.h"

#include "core/base/text.h"
#include "ui/azure/targets/scaleform.h"
#include "ui/workspace/mlcontent.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("mooring::MlTargetLook", text, comment, n);
}

QString wordsOf(const MlTarget &target)
{
    if (!target.compute)
        return tr("Not in Azure ML");
    const Compute &compute = *target.compute;
    if (compute.isInstance())
        return compute.shownState();
    return compute.state.isEmpty() ? compute.provisioningState : compute.provisioningState + u", "_s + compute.state;
}

void addFinding(MlTargetLook &look, const MlTarget &target)
{
    const auto find = [&look](const QString &text, Ink ink, bool needsLook) {
        look.finding = text;
        look.findingInk = ink;
        look.needsLook = needsLook;
    };
    if (target.compute && target.compute->trouble) {
        const Error &trouble = *target.compute->trouble;
        return find(trouble.cause.isEmpty() ? trouble.message : trouble.cause, Ink::Fail, true);
    }
    if (!target.kind)
        return find(tr("kind not known here: shown as is"), Ink::Unknown, true);
    if (target.record.lastCheck) {
        for (const RungResult &rung : target.record.lastCheck->rungs) {
            if (rung.verdict == Verdict::Failed || rung.verdict == Verdict::Warned)
                return find(tr("%1: %2", "check, answer").arg(rung.title, rung.answered),
                            rung.verdict == Verdict::Failed ? Ink::Fail : Ink::Warn, true);
        }
    }
    if (const auto end = target.kind->retirement())
        return find(end->text, end->date <= QDate::currentDate() ? Ink::Fail : Ink::Warn, true);
    if (target.record.attachedAt && !(target.compute && target.compute->isManaged()))
        return find(tr("attached %1", "a time").arg(humanTime(*target.record.attachedAt)), Ink::Text2, false);
    if (target.record.attachedAt)
        find(tr("made %1", "a time").arg(humanTime(*target.record.attachedAt)), Ink::Text2, false);
}

void addNodes(MlTargetLook &look, const Compute &compute)
{
    const Json *own = compute.properties();
    const qint64 nodes = own ? intAt(*own, "currentNodeCount") : 0;
    const Json scale = own ? objectAt(*own, "scaleSettings") : Json::object();
    look.nodes = humanCount(nodes);
    look.nodesNote =
        tr("of %1–%2", "least and most nodes").arg(intAt(scale, "minNodeCount")).arg(intAt(scale, "maxNodeCount", 1));
    look.costsNow = nodes > 0;
    look.cost = nodes > 0 ? tr("%n nodes cost now", nullptr, int(nodes)) : tr("nothing costs");
}

void addInstanceCost(MlTargetLook &look, const Compute &compute)
{
    look.costsNow = compute.state != u"Stopped";
    look.nodes = look.costsNow ? u"1"_s : u"0"_s;
    look.nodesNote = look.costsNow ? tr("node") : tr("of one", "nodes");
    look.cost = look.costsNow ? tr("its machine costs now") : tr("disk and address cost");
    look.costInk = look.costsNow ? Ink::Text2 : Ink::Warn;
}

} // namespace

MlTargetLook MlTargetLook::of(const MlTarget &target)
{
    MlTargetLook look;
    look.glyph = glyphOf(target);
    look.type = target.compute ? target.compute->type : target.kind ? target.kind->title() : target.record.kind;
    look.state = wordsOf(target);
    look.nodes = u"–"_s;
    look.cost = target.kind ? tr("billed apart") : tr("not known");
    addFinding(look, target);
    // The worse of both gives the shape.
    if (look.glyph == Glyph::Good && (look.findingInk == Ink::Warn || look.findingInk == Ink::Fail))
        look.glyph = Glyph::Warning;
    if (target.compute && target.compute->isCluster() && target.compute->isManaged())
        addNodes(look, *target.compute);
    else if (target.compute && target.compute->isInstance() && target.compute->isManaged())
        addInstanceCost(look, *target.compute);
    if (look.glyph == Glyph::Failed || look.glyph == Glyph::Unknown)
        look.needsLook = true;
    return look;
}

QString idleLimit(const MlTarget &target)
{
    const Json *own = target.compute ? target.compute->properties() : nullptr;
    const auto seconds =
        secondsOf(own ? stringAt(objectAt(*own, "scaleSettings"), "nodeIdleTimeBeforeScaleDown") : QString());
    return seconds ? tr("idle limit %1", "how long").arg(humanDuration(qint64(*seconds) * 1000)) : QString();
}

} // namespace mooring
