#pragma once

#include "ui/azure/targets/mltargetlook.h"

#include <QWidget>

class QVBoxLayout;

namespace mooring {

class Button;
class FactList;
class NodeCells;
class TextLabel;
class UsageMeter;

/// One target of the workspace beside the list or its own page: nodes, notes of its kind, facts, what
/// still costs.
class MlTargetSide : public QWidget
{
    Q_OBJECT
public:
    /// Beside the list the side says whose it is, why it failed, and leads to its page.
    enum class Place { List, Page };
    explicit MlTargetSide(Place place, QWidget *parent = nullptr);

    /// `age`: "as of 14:01", while the service cannot be reached; else empty.
    void setTarget(const MlTarget &target, const QString &age);
    void setNodes(const std::vector<MlNode> &nodes);
    /// What was seen of it over time, with the last look in it; only what the workspace made has a meter.
    void setUsage(const UsageHistory &history);

Q_SIGNALS:
    void openWanted();
    /// Of a node hour of this target; nothing: the earlier one is forgotten.
    void priceWanted(const QString &target, const std::optional<mooring::NodePrice> &price);

private:
    void showNotes(const MlTarget &target);
    void showFacts(const MlTarget &target);
    void showNodes(bool areKnown);
    QVBoxLayout *part(QWidget *&whole);

    Place m_place;
    QVBoxLayout *m_column;
    TextLabel *m_name = nullptr;
    TextLabel *m_age = nullptr;
    QWidget *m_trouble = nullptr, *m_notes = nullptr, *m_costs = nullptr;
    QVBoxLayout *m_troubleColumn, *m_notesColumn, *m_costColumn;
    TextLabel *m_nodesTitle;
    NodeCells *m_nodes;
    QWidget *m_nodesEnd;  ///< a hairline, as behind every part
    QWidget *m_usagePart; ///< the meter
    UsageMeter *m_usage;
    QString m_target;
    bool m_isManaged = false;
    FactList *m_facts;
    FactList *m_costFacts;
    int m_most = 0, m_up = 0; ///< nodes of a cluster
    bool m_isCluster = false;
};

/// Why Azure could not provide it: the deepest message, the nesting under it, what to do. Null: nothing is wrong.
QWidget *troubleCard(const MlTarget &target);

} // namespace mooring
