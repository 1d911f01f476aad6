#include "ui/attach/detach/detachproof.h"

#include "core/base/text.h"
#include "ui/attach/ladder/ladderrows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSideFrom = 760; ///< px of width from which the side column stands beside the table

Glyph glyphOf(LeftoverFate::What what)
{
    switch (what) {
    case LeftoverFate::What::Removed:
        return Glyph::Good;
    case LeftoverFate::What::LeftAsChosen:
        return Glyph::Warning;
    case LeftoverFate::What::StillThere:
        break;
    }
    return Glyph::Failed;
}

QString textOf(LeftoverFate::What what)
{
    switch (what) {
    case LeftoverFate::What::Removed:
        return DetachProof::tr("Removed");
    case LeftoverFate::What::LeftAsChosen:
        return DetachProof::tr("Left, as you chose");
    case LeftoverFate::What::StillThere:
        break;
    }
    return DetachProof::tr("Still there");
}

} // namespace

QString detachSummary(const DetachReport &report)
{
    const auto left = std::count_if(report.fates.begin(), report.fates.end(),
                                    [](const LeftoverFate &fate) { return fate.what != LeftoverFate::What::Removed; });
    if (report.fates.empty())
        return DetachProof::tr("nothing on it was touched");
    return left == 0 ? DetachProof::tr("nothing of Mooring is left there")
                     : DetachProof::tr("%n things are left there", nullptr, int(left));
}

DetachWords DetachWords::ofMachine()
{
    return {DetachProof::tr("Nothing on the machine was touched. Only its record in this workspace is gone."),
            DetachProof::tr("over a new connection"),
            {DetachProof::tr("The runs stay here with logs, metrics and fetched outputs."),
             DetachProof::tr("The machine's key stays under Known machines, so that a changed key is noticed.")},
            DetachProof::tr("Files that your scripts wrote by themselves elsewhere. Mooring does not touch what it did "
                            "not make.")};
}

DetachProof::DetachProof(const DetachReport &report, const DetachWords &words, QWidget *parent)
    : QWidget(parent), m_report(report), m_words(words), m_side(nullptr)
{
    setObjectName(u"detachProof"_s);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(scrolling(makeMain()), 1);
    m_side = makeSide();
    across->addWidget(m_side);
}

QWidget *DetachProof::makeMain()
{
    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(dp(this, 12), dp(this, 12), dp(this, 12), dp(this, 16));
    column->setSpacing(dp(this, 8));
    const auto headed = [&](const QString &title, const QString &aside) {
        auto *head = new QHBoxLayout;
        head->setContentsMargins(dp(this, 12), 0, dp(this, 12), 0);
        head->addWidget(sectionTitle(title), 1);
        if (!aside.isEmpty())
            head->addWidget(new TextLabel(aside, Type::Small, Ink::Text2));
        column->addLayout(head);
    };
    headed(tr("What stays there, what is gone"), {});
    if (m_report.fates.empty()) {
        auto *none = paragraph(m_words.untouched);
        none->setContentsMargins(dp(this, 12), 0, dp(this, 12), 0);
        column->addWidget(none);
    } else {
        column->addWidget(makeTable());
    }
    if (!m_report.proof.empty()) {
        column->addSpacing(dp(this, 8));
        headed(tr("Verified after the removal"), m_words.asked);
        auto *ladder = new Ladder;
        ladder->setObjectName(u"proofLadder"_s);
        ladder->setAccessibleName(tr("Verified after the removal"));
        ladder->setCanRun(false);
        ladder->setRows(rowsOf(m_report.proof));
        column->addWidget(ladder);
    }
    column->addStretch(1);
    return main;
}

QWidget *DetachProof::makeTable()
{
    auto *table = new TableView(tr("What became of it"));
    table->setObjectName(u"fateTable"_s);
    auto *model = new QStandardItemModel(table);
    model->setHorizontalHeaderLabels(
        {tr("On %1", "a target").arg(m_report.target), tr("Size"), tr("What became of it")});
    for (const LeftoverFate &fate : m_report.fates) {
        auto *thing = new QStandardItem(fate.thing.title());
        thing->setData(int(glyphOf(fate.what)), CellRole::Glyph);
        thing->setData(fate.thing.kind == Leftover::Kind::Outputs ? fate.thing.runName : fate.thing.path,
                       CellRole::SecondLine);
        thing->setData(u"%1, %2"_s.arg(fate.thing.title(), textOf(fate.what)), Qt::AccessibleTextRole);
        auto *size = new QStandardItem(humanSize(fate.thing.size));
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *what = new QStandardItem(textOf(fate.what));
        what->setData(fate.note, CellRole::SecondLine);
        model->appendRow({thing, size, what});
    }
    model->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->setModel(model);
    table->setRowHeight(48);
    table->setEdge(12);
    table->horizontalHeader()->setStretchLastSection(false);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->setColumnWidth(1, dp(this, 88));
    table->setColumnWidth(2, dp(this, 220));
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setFixedHeight(dp(this, 34 + 48 * int(m_report.fates.size())));
    return table;
}

QWidget *DetachProof::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 6));
    column->addWidget(sectionTitle(tr("What was done")));
    for (const QString &thing : m_report.removed)
        column->addWidget(glyphLine(Glyph::Good, tr("Removed: %1", "a thing").arg(thing)));
    for (const QString &thing : m_report.left)
        column->addWidget(glyphLine(Glyph::Warning, tr("Left: %1", "a thing").arg(thing)));
    for (const QString &sentence : m_words.kept)
        column->addWidget(glyphLine(Glyph::LeftOut, sentence));
    if (!m_report.removeCommand.isEmpty()) {
        column->addSpacing(dp(this, 6));
        column->addWidget(new Separator);
        column->addWidget(sectionTitle(tr("Still on %1", "a target").arg(m_report.target)));
        column->addWidget(paragraph(tr("This command, in a terminal there, removes it:")));
        column->addWidget(new CommandBox(m_report.removeCommand));
    }
    column->addSpacing(dp(this, 6));
    column->addWidget(new Separator);
    column->addWidget(sectionTitle(tr("Not looked at")));
    column->addWidget(paragraph(m_words.notLooked));
    auto *copy = flatButton(tr("Copy proof"), u"edit-copy"_s);
    copy->setObjectName(u"copyProof"_s);
    column->addWidget(copy, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    return sideColumn(side, 352);
}

QString DetachProof::text() const
{
    QStringList lines{tr("%1 detached: %2", "a target, a summary").arg(m_report.target, detachSummary(m_report))};
    for (const LeftoverFate &fate : m_report.fates)
        lines << u"%1 (%2): %3, %4"_s.arg(fate.thing.title(), fate.thing.path, textOf(fate.what), fate.note);
    for (const RungResult &rung : m_report.proof)
        lines << u"%1: %2, %3"_s.arg(rung.title, toText(rung.verdict), rung.answered);
    for (const QString &thing : m_report.left)
        lines << tr("Left: %1", "a thing").arg(thing);
    return lines.join(u'\n');
}

void DetachProof::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->setVisible(width() >= dp(this, kSideFrom));
}

} // namespace mooring
