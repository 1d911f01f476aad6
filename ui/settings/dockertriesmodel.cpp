#include "ui/settings/dockertriesmodel.h"

#include "ui/widgets/cellroles.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

namespace mooring {

using namespace Qt::StringLiterals;
using Place = DockerTry::Place;
using Outcome = DockerTry::Outcome;

namespace {

QString title(const DockerTry &each)
{
    switch (each.place) {
    case Place::Setting:
        return DockerTriesModel::tr("A setting of yours");
    case Place::Host:
        return u"DOCKER_HOST"_s;
    case Place::Context:
        return each.name.isEmpty() ? DockerTriesModel::tr("The current context")
                                   : DockerTriesModel::tr("Context %1").arg(each.name);
    default:
        return each.address;
    }
}

QString detail(const DockerTry &each)
{
    switch (each.place) {
    case Place::Setting:
        return each.address.isEmpty() ? DockerTriesModel::tr("none given") : each.address;
    case Place::Host:
        return each.address.isEmpty() ? DockerTriesModel::tr("not set in this session") : each.address;
    case Place::Context:
        return each.address.isEmpty() ? DockerTriesModel::tr("the default one") : each.address;
    case Place::System:
        return DockerTriesModel::tr("of the system");
    case Place::Rootless:
        return DockerTriesModel::tr("rootless");
    case Place::Desktop:
        return u"Docker Desktop"_s;
    case Place::Podman:
        break;
    }
    return u"podman"_s;
}

QString outcome(const DockerTry &each)
{
    switch (each.outcome) {
    case Outcome::Used:
        return DockerTriesModel::tr("Used: %1", "an engine").arg(engineWords(each.words));
    case Outcome::Unset:
        return DockerTriesModel::tr("Passed over");
    case Outcome::Failed:
        return DockerTriesModel::tr("It cannot be used");
    case Outcome::Absent:
        return DockerTriesModel::tr("Passed over");
    case Outcome::Answers:
        return DockerTriesModel::tr("Not used: %1", "an engine").arg(engineWords(each.words));
    case Outcome::NotAsked:
        break;
    }
    return DockerTriesModel::tr("Not tried");
}

QString why(const DockerTry &each)
{
    switch (each.outcome) {
    case Outcome::Used:
        return DockerTriesModel::tr("answered in %1 ms").arg(each.ms);
    case Outcome::Unset:
        return DockerTriesModel::tr("no address here");
    case Outcome::Failed:
        return each.problem;
    case Outcome::Absent:
        return DockerTriesModel::tr("nothing listens there");
    case Outcome::Answers:
        return DockerTriesModel::tr("it answers, an earlier one counts");
    case Outcome::NotAsked:
        break;
    }
    return DockerTriesModel::tr("on another computer, an earlier one counts");
}

Glyph glyph(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Used:
        return Glyph::Good;
    case Outcome::Failed:
        return Glyph::Failed;
    case Outcome::Answers:
    case Outcome::NotAsked:
        return Glyph::NotBegun;
    case Outcome::Unset:
    case Outcome::Absent:
        break;
    }
    return Glyph::LeftOut;
}

} // namespace

QString engineWords(const DockerWords &words)
{
    return words.isPodman ? DockerTriesModel::tr("podman %1, API %2").arg(words.version, words.apiVersion)
                          : DockerTriesModel::tr("Engine %1, API %2").arg(words.version, words.apiVersion);
}

void DockerTriesModel::setTries(const std::vector<DockerTry> &tries)
{
    beginResetModel();
    m_tries = tries;
    endResetModel();
}

const DockerTry *DockerTriesModel::tryAt(int row) const
{
    return row >= 0 && row < int(m_tries.size()) ? &m_tries[size_t(row)] : nullptr;
}

int DockerTriesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_tries.size()); }
int DockerTriesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant DockerTriesModel::data(const QModelIndex &index, int role) const
{
    const DockerTry *each = tryAt(index.row());
    if (!each)
        return {};
    const bool first = index.column() == AddressColumn;
    switch (role) {
    case Qt::DisplayRole:
        return first ? title(*each) : outcome(*each);
    case CellRole::SecondLine:
        return first ? detail(*each) : why(*each);
    case CellRole::Glyph:
        return first ? QVariant(int(glyph(each->outcome))) : QVariant();
    case CellRole::Bold:
        return each->outcome == Outcome::Used;
    case CellRole::SecondInk:
        if (first)
            return {};
        return int(each->outcome == Outcome::Failed ? Ink::Fail
                   : each->outcome == Outcome::Used ? Ink::Ok
                                                    : Ink::Text2);
    case Qt::ToolTipRole:
        return each->problem.isEmpty() ? QVariant() : QVariant(each->problem + u'\n' + each->fix);
    default:
        return {};
    }
}

QVariant DockerTriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == AddressColumn ? tr("Tried in this order") : tr("What came of it");
}

} // namespace mooring
