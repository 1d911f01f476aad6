#pragma once

#include "core/azure/ml/mltargets.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/stateglyph.h"

#include <QWidget>

namespace mooring {

/// The nodes of a cluster, two in a row, in the service's own words; places that are not up are dashed.
class NodeCells : public QWidget, public AccessibleParts
{
    Q_OBJECT
public:
    explicit NodeCells(QWidget *parent = nullptr);

    /// `most`: places that there can be; at most 32 cells are shown.
    void setNodes(const std::vector<MlNode> &nodes, int most);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int partCount() const override { return m_places; }
    QString partName(int part) const override;
    QRect partRect(int part) const override;
    QAccessible::Role partsRole() const override { return QAccessible::List; }
    QAccessible::Role partRole() const override { return QAccessible::ListItem; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<MlNode> m_nodes;
    int m_places = 0;
};

/// "running" and the like; a word that nobody knows is the diamond.
Glyph glyphOfNode(const QString &state);

} // namespace mooring
