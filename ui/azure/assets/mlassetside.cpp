#include "ui/azure/assets/mlassetside.h"

#include "core/base/text.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString orDash(const QString &text) { return text.isEmpty() ? u"–"_s : text; }

} // namespace

MlAssetSide::MlAssetSide(QWidget *parent)
    : QWidget(parent),
      m_name(sectionTitle({}, this)),
      m_about(paragraph({}, this)),
      m_facts(new FactList(this)),
      m_condaPart(new QWidget(this)),
      m_conda(new CodeBox)
{
    setObjectName(u"mlAssetSide"_s);
    m_name->setWordWrap(true);
    m_facts->setObjectName(u"assetFacts"_s);
    m_facts->setLabelWidth(96);
    m_conda->setObjectName(u"assetConda"_s);
    m_conda->setAccessibleName(tr("Conda file"));
    auto *conda = new QVBoxLayout(m_condaPart);
    conda->setContentsMargins(0, dp(this, 8), 0, 0);
    conda->setSpacing(dp(this, 8));
    conda->addWidget(sectionTitle(tr("Conda file")));
    conda->addWidget(m_conda);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addWidget(m_name);
    column->addWidget(m_about);
    column->addWidget(m_facts);
    column->addWidget(m_condaPart);
    column->addStretch(1);
    m_condaPart->hide();
}

void MlAssetSide::setAsset(const MlAsset &asset)
{
    m_name->setText(asset.name);
    m_about->setText(asset.description);
    m_about->setVisible(!asset.description.isEmpty());
    m_facts->setFacts({{tr("Version"), orDash(asset.latest)}});
    m_condaPart->hide();
}

void MlAssetSide::setVersions(MlAssetKind kind, const Result<std::vector<MlAssetVersion>> &versions)
{
    if (!versions) {
        m_about->setText(versions.error().text());
        m_about->show();
        return;
    }
    if (versions->empty())
        return;
    const MlAssetVersion &newest = versions->front();
    std::vector<std::pair<QString, QString>> facts{{tr("Version"), newest.version}};
    if (kind == MlAssetKind::Environments) {
        facts.emplace_back(tr("Image"), newest.image.isEmpty() ? tr("built from a Dockerfile") : newest.image);
    } else {
        facts.emplace_back(tr("Type"), orDash(newest.type));
        facts.emplace_back(tr("Path"), orDash(newest.path));
    }
    facts.emplace_back(tr("Created"), newest.createdAt ? humanTime(*newest.createdAt) : u"–"_s);
    QStringList others;
    for (size_t i = 1; i < versions->size(); ++i)
        others << (*versions)[i].version;
    if (!others.isEmpty())
        facts.emplace_back(tr("Before"), others.join(u", "_s));
    m_facts->setFacts(facts);
    m_conda->setText(newest.condaFile.trimmed());
    m_condaPart->setVisible(!newest.condaFile.trimmed().isEmpty());
}

} // namespace mooring
