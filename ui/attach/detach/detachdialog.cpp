#include "ui/attach/detach/detachdialog.h"

#include "core/base/text.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString whatHappens(const Leftovers &found)
{
    const QString first =
        DetachDialog::tr("The connection, its settings and its provisioning log go. The machine keeps "
                         "running.");
    if (found.runs == 0)
        return first;
    return first + u' ' +
           DetachDialog::tr("%n runs stay in this workspace with their logs, metrics and fetched outputs.", nullptr,
                            found.runs);
}

} // namespace

DetachDialog::DetachDialog(const Leftovers &found, QWidget *parent)
    : DecisionDialog(tr("Detach %1", "a target").arg(found.target), whatHappens(found), parent), m_found(found)
{
    setObjectName(u"detachDialog"_s);
    if (m_found.running.empty())
        addThings();
    addStatements();
    setDanger(tr("Detach"));
    if (!onlyThere().isEmpty())
        setSafer(tr("Fetch %1 first", "a size").arg(humanSize(m_found.sizeOf(Leftover::Kind::Outputs))), u"download"_s);
}

void DetachDialog::addThings()
{
    if (m_found.things.empty())
        return;
    addSection(tr("Also remove on %1", "a target").arg(m_found.target));
    for (const Leftover &thing : m_found.things)
        addThing(thing);
}

void DetachDialog::addThing(const Leftover &thing)
{
    const bool onlyThere = thing.kind == Leftover::Kind::Outputs;
    const QString detail = onlyThere ? tr("%1: only on that machine", "a run").arg(thing.runName) : thing.path;
    QCheckBox *box =
        addChoice(thing.title(), detail, humanSize(thing.size), !onlyThere, onlyThere ? Tone::Warn : Tone::Neutral);
    if (thing.kind == Leftover::Kind::Runs) {
        box->setObjectName(u"removeRuns"_s);
        m_runs = box;
    } else if (onlyThere) {
        box->setObjectName(u"removeOutputs-"_s + thing.run);
        m_outputs.emplace_back(thing.run, box);
    } else { // contents and environments go together
        box->setObjectName(thing.kind == Leftover::Kind::Store ? u"removeStore"_s : u"removeEnvironments"_s);
        for (QCheckBox *other : m_environments) {
            connect(box, &QCheckBox::toggled, other, &QCheckBox::setChecked);
            connect(other, &QCheckBox::toggled, box, &QCheckBox::setChecked);
        }
        m_environments << box;
    }
}

void DetachDialog::addStatements()
{
    if (m_found.trouble)
        addStatement(
            Glyph::Unknown,
            m_found.trouble->code == u"detach.notLooked"
                ? tr("What Mooring left there is not known, and stays.")
                : tr("What Mooring left there is not known, and stays: %1", "an error").arg(m_found.trouble->message));
    if (!m_found.secrets.isEmpty())
        addStatement(Glyph::Good, tr("Goes from the keychain: %1.", "fields").arg(m_found.secrets.join(u", "_s)));
    const QString folder = m_found.folder.isEmpty() ? u"~/.mooring"_s : m_found.folder;
    addStatement(
        Glyph::LeftOut,
        tr("Stays: the machine's key under Known machines, and everything outside %1.", "a folder").arg(folder));
    if (!m_found.others.isEmpty())
        addStatement(
            Glyph::LeftOut,
            tr("Stays, because Mooring did not make it: %1.", "names").arg(m_found.others.mid(0, 5).join(u", "_s)));
    for (const RunRecord &run : m_found.running)
        addStatement(Glyph::Warning, tr("%1 runs there and goes on, but nobody follows it then. Nothing can be removed "
                                        "before it has ended.",
                                        "a run")
                                         .arg(run.name.isEmpty() ? run.id : run.name));
    if (m_found.running.empty() && !m_found.trouble)
        addStatement(Glyph::Good, tr("No run is waiting or running there."));
}

DetachChoices DetachDialog::choices() const
{
    DetachChoices choices;
    choices.runs = m_runs && m_runs->isChecked();
    choices.environments = !m_environments.isEmpty() && m_environments.first()->isChecked();
    for (const auto &[run, box] : m_outputs) {
        if (box->isChecked())
            choices.outputsOf << run;
    }
    return choices;
}

QStringList DetachDialog::onlyThere() const
{
    QStringList runs;
    for (const Leftover &thing : m_found.things) {
        if (thing.kind == Leftover::Kind::Outputs)
            runs << thing.run;
    }
    return runs;
}

} // namespace mooring
