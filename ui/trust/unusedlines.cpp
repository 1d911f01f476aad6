#include "ui/trust/unusedlines.h"

#include "core/jobs/background.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kMostShown = 20;

QString unusedTitle(const KnownMachine &machine)
{
    const KnownHostRecord &record = machine.host.record;
    const QString place = UnusedLines::tr("%1, line %2", "a file").arg(machine.file()).arg(record.line);
    if (record.line == 0)
        return UnusedLines::tr("%1 cannot be read", "a file").arg(machine.file());
    if (record.problem != KnownHostRecord::Problem::None)
        return UnusedLines::tr("%1 cannot be read", "a file").arg(place);
    return UnusedLines::tr("%1: a certificate authority for %2", "a place, names").arg(place, record.hosts);
}

QString unusedText(const KnownMachine &machine)
{
    if (machine.host.record.line == 0)
        return UnusedLines::tr("Nothing of it is used; ssh does not use it either.");
    if (machine.host.record.problem != KnownHostRecord::Problem::None)
        return UnusedLines::tr("The line is skipped; ssh skips it too.");
    return UnusedLines::tr("Mooring cannot judge certificates. Machines under it are shown as new, never as known.");
}

} // namespace

UnusedLines::UnusedLines(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(dp(this, 12), 0, dp(this, 12), 0);
    m_lines->setSpacing(dp(this, 4));
    hide();
}

void UnusedLines::setMachines(const std::vector<KnownMachine> &machines)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int count = 0;
    for (const KnownMachine &machine : machines) {
        if (machine.isUsed() || ++count > kMostShown)
            continue;
        if (count == 1)
            m_lines->addWidget(sectionTitle(tr("Lines that are not used")));
        addLine(machine);
    }
    if (count > kMostShown)
        m_lines->addWidget(helpLine(tr("and %n more", nullptr, count - kMostShown)));
    setVisible(count > 0);
}

void UnusedLines::addLine(const KnownMachine &machine)
{
    auto *line = new QWidget;
    auto *across = new QHBoxLayout(line);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(dp(this, 8));
    auto *words = new QVBoxLayout;
    words->setSpacing(dp(this, 2));
    words->addWidget(glyphLine(machine.glyph, unusedTitle(machine)));
    auto *text = helpLine(unusedText(machine));
    text->setContentsMargins(dp(this, 24), 0, 0, 0);
    words->addWidget(text);
    across->addLayout(words, 1);
    if (machine.host.record.line > 0) {
        Button *show = edgeButton(tr("Show"));
        show->setObjectName(u"showLine"_s);
        show->setSmall(true);
        show->setAccessibleName(tr("Show %1", "a line of a file").arg(unusedTitle(machine)));
        across->addWidget(show, 0, Qt::AlignTop);
        connect(show, &QAbstractButton::clicked, this, [show, words, record = machine.host.record] {
            show->setEnabled(false);
            inBackground(
                words->parentWidget(), [record] { return lineOf(record); },
                [words](const QString &raw) { words->addWidget(new CodeBox(raw)); });
        });
    }
    m_lines->addWidget(line);
}

} // namespace mooring
