const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words cut short by a dot that ends no sentence, folded. */
export const DOTTED_ABBREVIATIONS = words(
  'exp resp ex cat coef etc niv min max tel env cf dpt dept admin sept janv fev oct nov dec av art hab inc fr com ref st ste mme mr dr mens hebdo prof techn tech ' +
    'gest serv compt adm dir ass elec mec info boul bd pers approx approv asst vs dispo sem int ext pro obs nb hrs',
);

/** Names written with a capital inside, folded: no item of a list begins there. */
export const INNER_CAPITALS = words(
  'javascript typescript powerpoint powershell devops devsecops gitlab github gitops wordpress indesign autocad linkedin youtube mongodb onenote sharepoint ' +
    'openshift openstack opensource facebook solidworks sketchup datacenter backoffice frontoffice backend frontend prestashop woocommerce salesforce hubspot servicenow pytorch ' +
    'tensorflow cloudformation cloudfront circleci libreoffice openoffice visualstudio databricks bigquery elasticsearch powerquery powerbi powerapps teamviewer quickbooks fastapi ' +
    'blablacar airfrance mcdonald mcdonalds arcgis opengl easyvista manpowergroup machinelearning datascience businessobjects dataviz whatsapp iphone macos opencv mapinfo photoshop ' +
    'sqlserver centos ecommerce fullstack intellij javaee freertos openvpn sonarqube oneplan netweaver oneteam pricewaterhousecoopers',
);

/** Words a line cannot end on: the next line goes on. */
export const UNFINISHED = words(
  "de des du la le les l' d' un une au aux a en et ou pour par sur dans avec sans chez vers que qui dont ce cette ces son sa ses vos votre nos notre leur leurs of the and in for with to",
);
