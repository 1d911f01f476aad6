#pragma once

#include "core/azure/ml/mlassets.h"

#include <QWidget>

namespace mooring {

class CodeBox;
class FactList;
class TextLabel;

/// Beside the list: the newest version of one environment or model, and which others there are.
class MlAssetSide : public QWidget
{
    Q_OBJECT
public:
    explicit MlAssetSide(QWidget *parent = nullptr);

    /// While its versions are asked for.
    void setAsset(const MlAsset &asset);
    void setVersions(MlAssetKind kind, const Result<std::vector<MlAssetVersion>> &versions);

private:
    TextLabel *m_name;
    TextLabel *m_about;
    FactList *m_facts;
    QWidget *m_condaPart;
    CodeBox *m_conda;
};

} // namespace mooring
