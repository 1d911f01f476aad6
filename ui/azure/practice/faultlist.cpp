#include "ui/azure/practice/faultlist.h"

#include "core/base/text.h"
#include "ui/azure/practice/practicestate.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kAfter = 3; ///< chances that pass first, where a person chooses "after"

/// In the data of the choices: how often it strikes (0: always), after how many chances.
QPoint whenOf(int after, int times) { return {after > 0 ? 1 : times > 0 ? 1 : 0, after}; }

int placeOf(QComboBox *when, const QPoint &wanted)
{
    for (int i = 0; i < when->count(); ++i) {
        if (when->itemData(i).toPoint() == wanted)
            return i;
    }
    when->addItem(FaultList::tr("After %1").arg(wanted.y()), wanted); // chosen in a terminal
    return when->count() - 1;
}

QString seenText(const PracticeState::Fault &fault)
{
    if (fault.struck == 0)
        return FaultList::tr("not seen yet");
    return FaultList::tr("struck %n times, last %1", "%1 a time", int(fault.struck))
        .arg(fault.lastAt ? humanTime(*fault.lastAt) : u"–"_s);
}

} // namespace

FaultList::FaultList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(u"faultList"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    addGroup(tr("Sign-in"), {u"wrong-password"_s, u"expired-token"_s});
    addGroup(tr("Azure Resource Manager and Azure ML"),
             {u"quota-zero"_s, u"policy"_s, u"slow-provisioning"_s, u"nested-error"_s, u"too-many-requests"_s});
    addGroup(tr("Machines and services"), {});
}

/// No words: all that no earlier group has.
void FaultList::addGroup(const QString &title, const QStringList &words)
{
    auto *head = new TextLabel(title, Type::Small, Ink::Text2, this);
    head->setContentsMargins(0, dp(this, 10), 0, dp(this, 4));
    m_column->addWidget(head);
    m_heads.push_back(head);
    const auto isThere = [this](const QString &word) {
        return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.word == word; });
    };
    for (const LabFaultInfo &info : labFaults()) {
        if (words.isEmpty() ? !isThere(info.word) : words.contains(info.word))
            addRow(info, int(m_heads.size()) - 1);
    }
}

void FaultList::addRow(const LabFaultInfo &info, int group)
{
    auto *widget = new QWidget(this);
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, dp(this, 3), 0, dp(this, 3));
    line->setSpacing(dp(this, 12));
    auto *box = new QCheckBox(info.title, widget);
    box->setObjectName(u"fault-"_s + info.word);
    box->setAccessibleDescription(info.looks);
    auto *looks = new ElidedLabel(info.looks, Type::Small, Ink::Text2, widget);
    looks->setContentsMargins(dp(this, 24), 0, 0, 0);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(box);
    auto *under = new QHBoxLayout;
    under->addSpacing(dp(this, 24));
    under->addWidget(looks, 1);
    texts->addLayout(under);
    auto *when = new QComboBox(widget);
    when->setObjectName(u"when-"_s + info.word);
    when->setAccessibleName(tr("When: %1", "%1 a fault").arg(info.title));
    when->addItem(tr("Once"), QPoint(1, 0));
    when->addItem(tr("Always"), QPoint(0, 0));
    when->addItem(tr("After %1").arg(kAfter), QPoint(1, kAfter));
    when->setCurrentIndex(info.times == 1 ? 0 : 1);
    when->setFixedWidth(dp(this, 112));
    QSizePolicy keeps = when->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    when->setSizePolicy(keeps);
    auto *seen = new ElidedLabel(u"–"_s, Type::Body, Ink::Text2, widget);
    seen->setObjectName(u"seen-"_s + info.word);
    seen->setFixedWidth(dp(this, 190));
    line->addLayout(texts, 1);
    line->addWidget(when);
    line->addWidget(seen);
    column->addLayout(line);
    column->addWidget(new Separator(Qt::Horizontal, widget));
    m_column->addWidget(widget);
    m_rows.push_back({info.word, info.title, info.looks, widget, box, when, seen, group});
    showWhen(m_rows.back());
    connect(box, &QCheckBox::toggled, this, [this, at = m_rows.size() - 1] {
        showWhen(m_rows[at]);
        Q_EMIT edited();
    });
    connect(when, &QComboBox::currentIndexChanged, this, &FaultList::edited);
}

void FaultList::showWhen(const Row &row)
{
    row.when->setVisible(row.box->isChecked());
    QFont font = row.box->font();
    font.setBold(row.box->isChecked());
    row.box->setFont(font);
}

void FaultList::setState(const PracticeState &state)
{
    for (const Row &row : m_rows) {
        const QSignalBlocker quietBox(row.box);
        const QSignalBlocker quietWhen(row.when);
        const PracticeState::Fault *on = state.fault(row.word);
        row.box->setEnabled(state.isRunning);
        row.box->setChecked(on);
        if (on)
            row.when->setCurrentIndex(placeOf(row.when, whenOf(on->after, on->times)));
        row.seen->setText(on ? seenText(*on) : u"–"_s);
        showWhen(row);
    }
}

int FaultList::setFilter(const QString &words)
{
    std::vector<bool> used(m_heads.size(), false);
    int count = 0;
    for (const Row &row : m_rows) {
        const QString all = row.title + u' ' + row.looks + u' ' + row.word;
        bool fits = true;
        for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
            fits = fits && all.contains(word, Qt::CaseInsensitive);
        row.widget->setVisible(fits);
        used[size_t(row.group)] = used[size_t(row.group)] || fits;
        count += fits;
    }
    for (size_t i = 0; i < m_heads.size(); ++i)
        m_heads[i]->setVisible(used[i]);
    return count;
}

QStringList FaultList::chosen() const
{
    QStringList texts;
    for (const LabFaultInfo &info : labFaults()) {
        const auto row =
            std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) { return each.word == info.word; });
        if (row == m_rows.end() || !row->box->isChecked())
            continue;
        const QPoint when = row->when->currentData().toPoint();
        texts << ChosenFault{info.fault, when.y(), when.x()}.toText();
    }
    return texts;
}

} // namespace mooring
