"""«Contrôler la qualité» -> «contrôle de la qualité»: advertisements nominalise what ROME says with an infinitive."""

_NOUNS = dict(p.split(':') for p in (
    'accompagner:accompagnement accueillir:accueil acheter:achat adapter:adaptation administrer:administration '
    'analyser:analyse animer:animation anticiper:anticipation appliquer:application approvisionner:approvisionnement '
    'arbitrer:arbitrage archiver:archivage argumenter:argumentation assembler:assemblage assister:assistance auditer:audit '
    'calculer:calcul charger:chargement chiffrer:chiffrage classer:classement clôturer:clôture collaborer:collaboration '
    'collecter:collecte commercialiser:commercialisation communiquer:communication concevoir:conception '
    'conditionner:conditionnement conduire:conduite configurer:configuration conseiller:conseil constituer:constitution '
    'construire:construction consulter:consultation contrôler:contrôle coordonner:coordination couper:coupe créer:création '
    'cuisiner:cuisine cultiver:culture découper:découpe décorer:décoration décharger:déchargement définir:définition '
    'démonter:démontage déployer:déploiement désinfecter:désinfection détecter:détection déterminer:détermination '
    'développer:développement diagnostiquer:diagnostic diffuser:diffusion diriger:direction distribuer:distribution '
    'documenter:documentation élaborer:élaboration elaborer:élaboration élever:élevage emballer:emballage '
    'encadrer:encadrement encaisser:encaissement enregistrer:enregistrement enseigner:enseignement entretenir:entretien '
    'établir:établissement etablir:établissement étudier:étude etudier:étude estimer:estimation évaluer:évaluation '
    'evaluer:évaluation examiner:examen expertiser:expertise exploiter:exploitation fabriquer:fabrication façonner:façonnage '
    'facturer:facturation fidéliser:fidélisation fixer:fixation former:formation gérer:gestion identifier:identification '
    'implémenter:implémentation implanter:implantation informer:information inspecter:inspection installer:installation '
    'instruire:instruction intégrer:intégration interpréter:interprétation inventorier:inventaire laver:lavage livrer:livraison '
    'maintenir:maintien maîtriser:maîtrise manager:management manipuler:manipulation mesurer:mesure modéliser:modélisation '
    'monter:montage négocier:négociation nettoyer:nettoyage nourrir:alimentation observer:observation optimiser:optimisation '
    'ordonnancer:ordonnancement organiser:organisation orienter:orientation paramétrer:paramétrage participer:participation '
    'peindre:peinture piloter:pilotage planifier:planification planter:plantation poser:pose préparer:préparation '
    'prescrire:prescription présenter:présentation programmer:programmation promouvoir:promotion proposer:proposition '
    'prospecter:prospection protéger:protection ranger:rangement réaliser:réalisation effectuer:réalisation '
    'réceptionner:réception recevoir:réception rechercher:recherche récolter:récolte recruter:recrutement rédiger:rédaction '
    'réguler:régulation régler:réglage relever:relevé remplacer:remplacement renseigner:renseignement réparer:réparation '
    'respecter:respect restaurer:restauration saisir:saisie sécuriser:sécurisation sélectionner:sélection '
    'sensibiliser:sensibilisation servir:service soigner:soins souder:soudure stocker:stockage suivre:suivi '
    'superviser:supervision surveiller:surveillance tailler:taille tester:tests tracer:traçage traiter:traitement '
    'transformer:transformation transmettre:transmission transporter:transport trier:tri usiner:usinage utiliser:utilisation '
    'valider:validation valoriser:valorisation vendre:vente vérifier:vérification visiter:visite').split())
_ARTICLES = {'le': 'du', 'les': 'des', 'la': 'de la', 'un': "d'un", 'une': "d'une", 'des': 'de', 'du': 'du'}


def nominal(label):
    """The nominalised label, or None when its verb is not known."""
    parts = label.split()
    noun = _NOUNS.get(parts[0].lower())
    if not noun or len(parts) < 2:
        return None
    rest, article = parts[1:], parts[1].lower()
    if article in _ARTICLES:
        rest[0] = _ARTICLES[article]
    elif article.startswith(("l'", "l’")):
        rest[0] = 'de ' + rest[0]
    else:
        rest.insert(0, 'de')
    return noun + ' ' + ' '.join(rest)
