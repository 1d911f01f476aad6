#include "ui/workspace/computercard.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/targets/targetservice.h"
#include "ui/context/appcontext.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/stateglyphs.h"
#include "ui/workspace/targetcheck.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

std::optional<TargetRecord> findBuiltin(const KindRegistry &kinds, TargetService &targets)
{
    for (const auto &kind : kinds.all()) {
        const std::optional<TargetRecord> builtin = kind->builtinTarget();
        if (!builtin)
            continue;
        Result<TargetRecord> kept = targets.find(builtin->name);
        if (!kept)
            return builtin;
        retitle(kept->lastCheck, targets.ladderOf(builtin->name).valueOr({}));
        return *kept;
    }
    return {};
}

/// The rungs that the first row sums up, as long as nothing is wrong with them.
bool isSummedUp(const RungResult &rung)
{
    static const QStringList ids{u"system"_s, u"cores"_s, u"memory"_s, u"disk"_s};
    return ids.contains(rung.id) && rung.verdict == Verdict::Passed;
}

} // namespace

ComputerCard::ComputerCard(const AppContext &context, QWidget *parent)
    : Card(parent),
      m_context(context),
      m_rows(new QVBoxLayout),
      m_fix(new QWidget(this)),
      m_fixText(helpLine({}, m_fix)),
      m_fixCommand(new CommandBox({}, m_fix))
{
    setObjectName(u"computerCard"_s);
    m_rows->setSpacing(dp(this, 6));
    content()->addLayout(m_rows);
    auto *fix = new QVBoxLayout(m_fix);
    fix->setContentsMargins(0, dp(this, 4), 0, 0);
    fix->setSpacing(dp(this, 8));
    fix->addWidget(new Separator(Qt::Horizontal, m_fix));
    fix->addWidget(m_fixText);
    fix->addWidget(m_fixCommand);
    content()->addWidget(m_fix);
    m_fix->hide();
    show({});
    inBackground(
        this, [credentials = &context.credentials] { return credentials->probe(CancelToken()); },
        [this](CredentialStore::State state) {
            m_keychain = state;
            show(m_target);
        });
}

void ComputerCard::read()
{
    inBackground(
        this, [kinds = &m_context.kinds, targets = &m_context.targets] { return findBuiltin(*kinds, *targets); },
        [this](const std::optional<TargetRecord> &target) {
            show(target);
            if (target && !target->lastCheck)
                checkOnce(target->name);
        });
}

void ComputerCard::checkOnce(const QString &name)
{
    if (std::exchange(m_checked, true))
        return;
    TargetCheck::start(m_context, name);
}

void ComputerCard::show(const std::optional<TargetRecord> &target)
{
    m_target = target;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_fix->hide();
    if (!target || !target->lastCheck) {
        addRow(Glyph::NotBegun, tr("Being looked at"), {});
    } else {
        const LadderReport &report = *target->lastCheck;
        const Json &facts = report.facts;
        const auto cores = optionalIntAt(facts, "cores");
        const auto memory = optionalIntAt(facts, "memoryTotal");
        if (std::any_of(report.rungs.begin(), report.rungs.end(), isSummedUp)) {
            QStringList sizes;
            if (cores)
                sizes << tr("%n cores", nullptr, int(*cores));
            if (memory)
                sizes << humanSize(*memory);
            // "Debian GNU/Linux 12 (bookworm)": the code name is on the target's page.
            addRow(Glyph::Good, stringAt(facts, "system", tr("System")).section(u" ("_s, 0, 0), sizes.join(u", "_s));
        }
        for (const RungResult &rung : report.rungs) {
            if (!isSummedUp(rung))
                addRow(glyphOf(rung.verdict), rung.title, rung.answered);
        }
        showFix(report);
    }
    if (m_keychain)
        addRow(*m_keychain == CredentialStore::State::Ready ? Glyph::Good : Glyph::LeftOut, tr("Keychain"),
               toText(*m_keychain));
}

void ComputerCard::addRow(Glyph glyph, const QString &what, const QString &state)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(this, 8));
    auto *value = new ElidedLabel(state, Type::Body, Ink::Text2, row);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(new GlyphLabel(glyph, row));
    layout->addWidget(new TextLabel(what, Type::Body, Ink::Text, row));
    layout->addWidget(value, 1);
    row->setFixedHeight(dp(this, 20));
    m_rows->addWidget(row);
}

void ComputerCard::showFix(const LadderReport &report)
{
    const auto wrong = std::find_if(report.rungs.begin(), report.rungs.end(), [](const RungResult &rung) {
        return !rung.fix.isEmpty() && (rung.verdict == Verdict::Warned || rung.verdict == Verdict::Failed);
    });
    if (wrong == report.rungs.end())
        return;
    m_fixText->setText(wrong->fixIsCommand
                           ? tr("%1: %2. To change it:", "check, what came back").arg(wrong->title, wrong->answered)
                           : wrong->fix);
    m_fixCommand->setCommand(wrong->fix);
    m_fixCommand->setVisible(wrong->fixIsCommand);
    m_fix->show();
}

} // namespace mooring
